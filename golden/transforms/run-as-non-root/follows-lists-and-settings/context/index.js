const fs = require('fs');
const settings = require('./settings.json');
for (const folder of ['/var/shop/in', '/var/shop/out']) fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(settings.report, 'x');
