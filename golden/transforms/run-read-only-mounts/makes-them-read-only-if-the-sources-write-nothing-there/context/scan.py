import os, time

while True:
    print(os.listdir('/host/etc'), flush=True)
    time.sleep(60)
