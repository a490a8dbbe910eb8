open("named.key")
