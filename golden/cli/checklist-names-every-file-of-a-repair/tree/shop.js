console.log(require('./secrets.json').token.length);
