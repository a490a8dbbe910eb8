const fs = require('fs');
const file = process.env.DATABASE_PASSWORD_FILE;
const password = file ? fs.readFileSync(file, 'utf8').trim() : process.env.DATABASE_PASSWORD;
