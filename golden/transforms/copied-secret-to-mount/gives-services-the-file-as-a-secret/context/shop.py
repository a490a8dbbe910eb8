print(open("/srv/deploy/.env").read())
