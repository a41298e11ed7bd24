"""Commands of `dev.py`, a module per concern; nothing here ships with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
"""The checkout; every verb works from here, wherever it was called."""
