const express = require("express");
const fs = require("fs");

const app = express();
const archiveDir = "/freight/lists";

app.get("/enter", (request, response) => {
  const destination = request.user ? "/berth" : "/gate";
  response.redirect(destination);
});
fs.writeFileSync(archiveDir + "/today.txt", "");
app.listen(8080);
