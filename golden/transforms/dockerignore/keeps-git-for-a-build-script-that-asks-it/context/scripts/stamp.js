const { execFileSync } = require("child_process");
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString();
require("fs").writeFileSync("commit.txt", commit);
