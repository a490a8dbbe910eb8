module.exports = (app) => {
  app.get('/data', (req, res) => res.json([]));
  app.post('/uploads/:id', (req, res) => res.end());
};
