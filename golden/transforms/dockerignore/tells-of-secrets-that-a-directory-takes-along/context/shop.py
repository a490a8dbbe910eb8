for line in open(".env"):
    print(len(line))
