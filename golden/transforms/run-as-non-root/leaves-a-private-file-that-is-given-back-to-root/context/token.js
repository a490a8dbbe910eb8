const token = require("fs").readFileSync("token.json");
require("http").createServer((_, answer) => answer.end(token)).listen(8080);
