import shop.settings
