const fs = require('fs'), os = require('os'), path = require('path')
const dir = path.join(os.homedir(), '.cache', 'small')
fs.mkdirSync(dir, {recursive: true})
