const secrets = require('./config/secrets.json');
