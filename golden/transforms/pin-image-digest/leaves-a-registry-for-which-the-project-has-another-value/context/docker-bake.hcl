target "default" {
  args = { HUB = "mirror.example.org" }
}
