require("./lib/settings");
