import os, time

while True:
    print(os.listdir('/host/log'), flush=True)
    time.sleep(60)
