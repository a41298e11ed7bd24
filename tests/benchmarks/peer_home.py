"""Where the peers from PyPI live: an environment of their own under build/, made at the first measurement."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

HOME = ROOT / "build" / "peers"
PACKAGES = ("typst", "weasyprint", "fpdf2", "uharfbuzz")


def python() -> Path:
    """The interpreter that has the peers; installs them where they are missing."""
    found = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not found.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
    if subprocess.run([str(found), "-c", "import typst, weasyprint, fpdf, uharfbuzz"], check=False).returncode:
        subprocess.run([str(found), "-m", "pip", "install", "-q", *PACKAGES], check=True)
    return found


def versions() -> str:
    """The peers with their versions."""
    ask = "from importlib.metadata import version as v; import sys; print(', '.join(f'{n} {v(n)}' for n in sys.argv[1:]))"
    told = subprocess.run([str(python()), "-c", ask, *PACKAGES[:3]], capture_output=True, text=True, check=True)
    said = [told.stdout.strip()]
    for name in ("soffice", "chromium"):
        if shutil.which(name):
            asked = subprocess.run([name, "--version"], capture_output=True, text=True, check=False)
            said.append(" ".join(asked.stdout.split()[:2]))
    return ", ".join(said)
