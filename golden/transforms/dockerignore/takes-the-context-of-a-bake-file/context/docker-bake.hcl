// the parts of the shop
target "api" {
  context    = "."
  dockerfile = "shop/Dockerfile"
  args = { dockerfile = "Dockerfile" }
}
