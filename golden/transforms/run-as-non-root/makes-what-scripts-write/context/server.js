require('child_process').exec('./archive.sh now')
