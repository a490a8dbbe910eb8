import subprocess

subprocess.run(["mkdir", "-p", "/var/thumbs"], check=True)
subprocess.run("date >> /audit/runs.log", shell=True)
subprocess.run(["cat", "/etc/shop/banner"])
