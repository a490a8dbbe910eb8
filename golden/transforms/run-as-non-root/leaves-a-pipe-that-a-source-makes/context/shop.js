const { execSync, spawn } = require('child_process');

execSync('mkfifo /var/run/orders || true');
spawn('cat', ['/var/run/orders']);
