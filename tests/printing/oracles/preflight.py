"""Apache PDFBox Preflight, an independent validator of PDF/A-1b; Debian has it as three Java packages."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from devtools.debian import PREFLIGHT
from tests.validators.asked import ask, is_far, run_validator

_MAIN: Final = "org.apache.pdfbox.preflight.Validator_A1b"


def installed() -> bool:
    """Whether the machine has Java and every part of it."""
    return shutil.which("java") is not None and all(jar.exists() for jar in PREFLIGHT)


def need() -> None:
    """Skip the test aloud where it is missing."""
    if not (ask("has_preflight") if is_far() else installed()):
        pytest.skip("NOT PROVED HERE: PDFBox Preflight is missing; `python3 dev.py witnesses` gets it")


def complaints(pdf: bytes, folder: Path) -> list[str]:
    """What Preflight has against the file as PDF/A-1b; nothing if it is valid."""
    path = folder / "preflight.pdf"
    path.write_bytes(pdf)
    jars = ":".join(jar.as_posix() for jar in PREFLIGHT)
    done = run_validator("java", "default-jre-headless", "-cp", jars, _MAIN, str(path), ends_well=False)
    said = done.out.splitlines()
    if any("is a valid PDF/A-1b file" in line for line in said):
        return []
    return [line for line in said if line.strip()] or [done.err[-500:] or f"ended with {done.code}"]
