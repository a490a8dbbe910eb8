import subprocess
subprocess.run(["docker", "stack", "deploy", "-c", "compose.yaml", "shop"], check=True)
