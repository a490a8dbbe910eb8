import subprocess

FILES = ["docker", "compose"]
subprocess.run(FILES + ["-f", "compose.load.yaml", "up"])
