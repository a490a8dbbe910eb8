const settings = require('js-yaml').load(require('fs').readFileSync('shop.yml'));

require('http').createServer().listen(settings.listen);
