const d=JSON.parse(require("fs").readFileSync("/srv/data.json")); require("http").createServer().listen(3000)
