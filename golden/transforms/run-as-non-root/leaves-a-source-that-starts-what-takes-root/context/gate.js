const { spawnSync } = require("node:child_process");

spawnSync("ip", ["-brief", "link"]);
spawnSync("ip", ["route", "add", "10.9.0.0/16", "dev", "eth1"]);
