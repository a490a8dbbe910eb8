const free = require('kill-port');
const find = require("find-process");
const { NmapScan } = require('my-nmap');
free(8080).then(() => find("port", 8080)).then(() => new NmapScan("localhost"));
