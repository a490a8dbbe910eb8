import time, aiodocker as engine

while True:
    time.sleep(60)
