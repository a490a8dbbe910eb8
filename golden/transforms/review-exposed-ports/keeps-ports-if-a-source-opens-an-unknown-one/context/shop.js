require('http').createServer().listen(3000);
require('./metrics')(process.argv[2]);
