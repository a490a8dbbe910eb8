const fs = require("fs");
const http = require("http");
const FILE = "/opt/visits.json";
function visits() {
  const known = fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE)) : { count: 0 };
  known.count += 1;
  fs.writeFileSync(FILE, JSON.stringify(known));
  return known.count;
}
http.createServer((request, response) => response.end(String(visits()))).listen(3000);
