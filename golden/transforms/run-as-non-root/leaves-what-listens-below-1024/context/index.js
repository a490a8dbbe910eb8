const port = process.env.PORT || 443;
require('https').createServer(handler).listen(port);
