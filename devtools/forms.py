"""The forms: Python made from the Qt Designer files in ui/, committed, compared in every check."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from devtools import ROOT, debian, environment

UI: Final = ROOT / "ui"
FORMS: Final = ROOT / "desktop_app" / "forms"


def make(_arguments: list[str]) -> int:
    """The verb `forms`: write what differs, remove what no longer has a source."""
    if not environment.ready(debian.TO_RUN):
        return 1
    for target, text in differing().items():
        print(("Removed " if text is None else "Made ") + target.name)
        if text is None:
            target.unlink()
        else:
            target.write_bytes(text.encode())
    return 0


def differing(ui: Path = UI, forms: Path = FORMS, python: Path = environment.PYTHON) -> dict[Path, str | None]:
    """Generated files that are not what their source would give now; ``None`` where the source has gone.

    ``python`` is the interpreter of the environment whose programs make them.
    """
    differences: dict[Path, str | None] = {}
    sources = sorted(ui.glob("*.ui"))
    uic, ruff = _programs(python)
    for source in sources:
        target = forms / f"{source.stem}.py"
        text = _generated(source, uic, ruff)
        if not target.is_file() or target.read_bytes() != text.encode():
            differences[target] = text
    kept = {source.stem for source in sources} | {"__init__"}
    differences.update({target: None for target in sorted(forms.glob("*.py")) if target.stem not in kept})
    return differences


def _programs(python: Path) -> tuple[Path, Path]:
    """The compiler of forms itself, for its wrapper `pyside6-uic` takes ten times as long, for each form; and Ruff."""
    where = "import PySide6, ruff; print(PySide6.__path__[0]); print(ruff.find_ruff_bin())"
    told = subprocess.run([python, "-c", where], capture_output=True, check=True)
    package, ruff = map(Path, told.stdout.decode().splitlines())
    return next(tool for tool in (package / "Qt" / "libexec" / "uic", package / "uic.exe") if tool.is_file()), ruff


def _generated(source: Path, uic: Path, ruff: Path) -> str:
    # -a: no connections by method name; what is connected stands in the code
    command = [str(uic), "-g", "python", "-a", source.name]
    made = subprocess.run(command, cwd=source.parent, capture_output=True, check=False)
    if made.returncode != 0 or made.stderr:
        sys.exit(f"{source.name}: {made.stderr.decode(errors='replace')}")
    return _without_unused(made.stdout.decode().replace("\r\n", "\n"), ruff)


def _without_unused(text: str, ruff: Path) -> str:
    """Only the imports that the form uses: PySide6 makes a class when its name is first imported, and a window that
    is to paint soon does not wait for two dozen that nobody needs."""
    only = ("--isolated", "--select", "F401", "--fix", "--quiet", "--no-cache", "-")
    command = [str(ruff), "check", *only]
    kept = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    if kept.returncode != 0:
        sys.exit(kept.stderr.decode(errors="replace"))
    return kept.stdout.decode().replace("\r\n", "\n")
