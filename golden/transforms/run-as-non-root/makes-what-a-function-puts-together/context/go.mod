module hall
