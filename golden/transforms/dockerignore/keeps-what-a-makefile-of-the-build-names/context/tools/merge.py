open("compose-limits.yaml").read()
