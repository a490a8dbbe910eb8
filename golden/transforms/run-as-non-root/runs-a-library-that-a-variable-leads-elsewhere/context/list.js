const Engine = require("dockerode");
require("http").createServer((_, answer) => new Engine().listImages().then(() => answer.end())).listen(8080);
