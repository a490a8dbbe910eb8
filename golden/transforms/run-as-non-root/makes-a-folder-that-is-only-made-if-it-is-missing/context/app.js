const fs = require("fs");
const http = require("http");
const UPLOADS = "/data/uploads";
if (!fs.existsSync(UPLOADS)) {
  fs.mkdirSync(UPLOADS, { recursive: true });
}
http.createServer((request, response) => {
  fs.writeFileSync(UPLOADS + "/last.txt", request.url);
  response.end("kept");
}).listen(3000);
