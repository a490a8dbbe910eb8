const fs = require("fs");
const http = require("http");
if (!fs.existsSync("/data/users")) {
  fs.mkdirSync("/data/users", { recursive: true });
  fs.writeFileSync("/data/users/all.json", "[]");
}
http.createServer((request, response) => response.end(fs.readFileSync("/data/users/all.json"))).listen(3000);
