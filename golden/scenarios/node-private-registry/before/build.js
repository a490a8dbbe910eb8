const fs = require('fs');

fs.mkdirSync('dist', {recursive: true});
const source = fs.readFileSync('src/server.ts', 'utf8');
fs.writeFileSync('dist/server.js', source.replace(/: string/g, ''));
