require("next")({dev: false}).prepare();
