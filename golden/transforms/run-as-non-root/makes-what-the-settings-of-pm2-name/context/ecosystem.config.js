module.exports = { apps: [{ name: 'web', script: 'index.js', out_file: '/var/log/web/out.log', error_file: '/var/log/web/err.log' }] };
