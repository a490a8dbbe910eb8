import subprocess, sys

subprocess.run(["pip", "list"])
subprocess.run([sys.executable, "-m", "pip", "install", "plug-extra"], check=True)
