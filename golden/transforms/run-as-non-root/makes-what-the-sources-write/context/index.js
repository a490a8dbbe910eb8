const fs = require('fs');
const path = require('path');
const store = process.env.STORE || '/etc/shop/orders.db';
fs.mkdirSync(path.dirname(store), { recursive: true });
const log = fs.createWriteStream('/var/log/shop.log', { flags: 'a' });
