use std::fs;

#[derive(serde::Deserialize)]
struct Settings {
    #[serde(default = "orders")]
    dir: String,
}

fn orders() -> String {
    "/orders".into()
}

fn main() {
    let settings: Settings = toml::from_str("").unwrap();
    fs::create_dir_all(&settings.dir).unwrap();
}
