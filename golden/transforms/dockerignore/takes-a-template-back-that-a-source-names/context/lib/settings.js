const fs = require("fs");
module.exports = fs.readFileSync("/srv/harbour/.env.sample", "utf8");
