require("fs").writeFileSync("notes/today.txt", "");
