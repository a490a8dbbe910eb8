const fs = require("fs");
fs.appendFileSync("/app/data/started.txt", "now\n");
