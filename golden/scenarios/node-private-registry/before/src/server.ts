const fs = require('fs');
const http = require('http');

const page: string = fs.readFileSync('views/shelf.html', 'utf8');

http.createServer((request, response) => response.end(page)).listen(3000);
