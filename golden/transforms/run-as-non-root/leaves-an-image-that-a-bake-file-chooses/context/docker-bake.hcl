target "shop" {
  matrix = { py = ["3.12-slim-bookworm", "3.12-alpine"] }
  name = "shop-${replace(py, ".", "-")}"
  args = { PY = py }
}
