const { execFile } = require('node:child_process');

execFile('id', [], { uid: 1000, gid: 1000 }, () => {});
