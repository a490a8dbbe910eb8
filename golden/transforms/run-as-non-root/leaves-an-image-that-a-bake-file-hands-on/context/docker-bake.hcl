target "core" {
  tags = ["example.org/core"]
}

target "report" {
  context  = "report"
  contexts = { core = "target:core" }
}
