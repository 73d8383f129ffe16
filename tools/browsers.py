"""Run the browser tests where Chromium and npm are; under CI both must be there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSER_TESTS = Path("tests/browser")


def main() -> int:
    """Install axe from its lock file, then drive the real pages."""
    missing = [name for name in ("chromium", "npm") if shutil.which(name) is None]
    if missing:
        print(f"No browser tests: {' and '.join(missing)} not found.")
        return 1 if os.environ.get("CI") else 0
    if not (BROWSER_TESTS / "node_modules" / "axe-core").is_dir():
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=BROWSER_TESTS, check=True)
    pytest = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile"]
    command = [*pytest, "-m", "browser", str(BROWSER_TESTS)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
