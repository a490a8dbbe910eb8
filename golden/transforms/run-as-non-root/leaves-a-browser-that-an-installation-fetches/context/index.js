const p=require("puppeteer"); require("express")().listen(3000)
