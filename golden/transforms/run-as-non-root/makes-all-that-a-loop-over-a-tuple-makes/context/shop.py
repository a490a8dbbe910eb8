import os
import os.path as p

for part in ("orders", "bills"):
    os.makedirs(f"/{part}/open", exist_ok=True)
os.makedirs(p.join(p.dirname(__file__), os.pardir, "out"), exist_ok=True)
