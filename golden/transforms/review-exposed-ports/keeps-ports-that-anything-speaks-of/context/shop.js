const metrics = require('./metrics');
metrics.start(9100);
require('http').createServer().listen(3000);
