puts File.read("/root/.config/sync.toml")
