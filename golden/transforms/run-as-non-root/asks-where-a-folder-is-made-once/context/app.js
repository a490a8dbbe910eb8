const fs = require("fs");
fs.mkdirSync("/opt/cache");
require("http").createServer((request, response) => response.end("up")).listen(3000);
