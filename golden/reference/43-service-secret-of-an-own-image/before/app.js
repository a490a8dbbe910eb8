const key = process.env.API_KEY;
const http = require('http');
http.createServer((request, response) => response.end('ok')).listen(3000);
