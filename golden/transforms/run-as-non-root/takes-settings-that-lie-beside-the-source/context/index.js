const fs = require('fs');
const pkg = require('./package.json');
require('express')().post('/', (q, r) => { fs.writeFileSync(pkg.name + '.txt', 'a'); fs.writeFileSync(q.body.file, 'b'); r.send('ok'); }).listen(3000);
