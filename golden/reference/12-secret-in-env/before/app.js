const key = process.env.API_KEY, password = process.env.DB_PASSWORD;
const http = require('http');
http.createServer((request, response) => response.end('ok')).listen(3000);
