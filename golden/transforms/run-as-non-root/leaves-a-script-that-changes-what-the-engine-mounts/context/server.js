require('child_process').exec('/app/names.sh')
