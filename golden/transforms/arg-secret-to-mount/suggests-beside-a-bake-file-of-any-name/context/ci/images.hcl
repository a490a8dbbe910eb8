target "shop" {
  args = { NPM_TOKEN = NPM_TOKEN }
}
