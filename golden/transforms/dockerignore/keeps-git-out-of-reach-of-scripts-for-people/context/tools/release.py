import subprocess

subprocess.run(["git", "tag", "v1"])
