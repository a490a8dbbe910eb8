const http = require("http");
const config = require("./config.json");

http.createServer((request, response) => response.end(config.greeting + "\n")).listen(3000);
