const disk = require('fs'), p = require('path');

disk.mkdirSync(p.resolve(__dirname, '../../pictures'), { recursive: true });
disk.mkdirSync(p.join(process.cwd(), '..', 'bills'), { recursive: true });
