const fs = require('fs');
const http = require('http');
const net = require('net');

const file = process.env.DATABASE_PASSWORD_FILE;
const password = file ? fs.readFileSync(file, 'utf8').trim() : process.env.DATABASE_PASSWORD;

function reach(host, port, done) {
  const socket = net.connect(port, host);
  socket.on('connect', () => { socket.destroy(); done(true); });
  socket.on('error', () => done(false));
}

http.createServer((request, response) => {
  reach(process.env.DATABASE_HOST, 5432, (database) => {
    reach(process.env.REDIS_HOST, 6379, (cache) => {
      response.statusCode = database && cache && password ? 200 : 503;
      response.end(`database ${database}, cache ${cache}, password ${password ? 'given' : 'missing'}\n`);
    });
  });
}).listen(3000);
