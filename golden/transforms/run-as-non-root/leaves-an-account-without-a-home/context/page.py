from pathlib import Path
(Path.home() / ".shop").mkdir()
