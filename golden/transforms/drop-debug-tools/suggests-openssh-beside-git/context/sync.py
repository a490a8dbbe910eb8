import os
import subprocess
subprocess.run(["git", "push", os.environ["REMOTE"]])
