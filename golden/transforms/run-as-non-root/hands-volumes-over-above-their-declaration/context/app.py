open('/data/new/x', 'w')
