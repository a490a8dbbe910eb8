import subprocess

VERSION = subprocess.check_output(["git", "describe", "--tags"], text=True)
