import subprocess
# less is more, man
subprocess.run(["vim", "-c", "q"])
