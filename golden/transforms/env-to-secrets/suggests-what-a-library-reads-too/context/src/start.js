require("dotenv").config();
module.exports = process.env.APP_KEY || "local";
