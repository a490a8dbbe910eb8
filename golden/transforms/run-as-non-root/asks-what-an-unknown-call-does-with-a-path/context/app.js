const box = require("boxes").open({ where: "/crates" });
const app = require("express")();
app.get("/orders", (request, response) => response.redirect("/done"));
app.listen(3000);
