module.exports = (place) => require('http').createServer().listen(place);
