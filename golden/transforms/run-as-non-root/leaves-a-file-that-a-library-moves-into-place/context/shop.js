const write = require('write-file-atomic');

write('/opt/orders.json', '[]');
