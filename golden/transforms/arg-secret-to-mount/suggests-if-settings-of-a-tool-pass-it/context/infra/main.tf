resource "docker_image" "app" {
  build {
    context   = ".."
    build_arg = { NPM_TOKEN = var.npm_token }
  }
}
