const fs = require('fs');

fs.mkdirSync('dist', {recursive: true});
fs.writeFileSync('dist/index.html', `<h1>${fs.readFileSync('pages/index.txt', 'utf8').trim()}</h1>\n`);
