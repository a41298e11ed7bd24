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


def differing(ui: Path = UI, forms: Path = FORMS, bin_folder: Path = environment.BIN) -> dict[Path, str | None]:
    """Generated files that are not what their source would give now; ``None`` where the source has gone."""
    differences: dict[Path, str | None] = {}
    sources = sorted(ui.glob("*.ui"))
    uic = _uic(bin_folder)
    for source in sources:
        target = forms / f"{source.stem}.py"
        text = _generated(source, uic, bin_folder)
        if not target.is_file() or target.read_bytes() != text.encode():
            differences[target] = text
    kept = {source.stem for source in sources} | {"__init__"}
    differences.update({target: None for target in sorted(forms.glob("*.py")) if target.stem not in kept})
    return differences


def _uic(bin_folder: Path) -> Path:
    """The compiler of forms itself: its wrapper `pyside6-uic` takes ten times as long, for each form again."""
    where = "import PySide6; print(PySide6.__path__[0])"
    told = subprocess.run([bin_folder / "python", "-c", where], capture_output=True, check=True)
    package = Path(told.stdout.decode().strip())
    return next(tool for tool in (package / "Qt" / "libexec" / "uic", package / "uic.exe") if tool.is_file())


def _generated(source: Path, uic: Path, bin_folder: Path) -> str:
    # -a: no connections by method name; what is connected stands in the code
    command = [str(uic), "-g", "python", "-a", source.name]
    made = subprocess.run(command, cwd=source.parent, capture_output=True, check=False)
    if made.returncode != 0 or made.stderr:
        sys.exit(f"{source.name}: {made.stderr.decode(errors='replace')}")
    return _without_unused(made.stdout.decode().replace("\r\n", "\n"), bin_folder)


def _without_unused(text: str, bin_folder: Path) -> str:
    """Only the imports that the form uses: PySide6 makes a class when its name is first imported, and a window that
    is to paint soon does not wait for two dozen that nobody needs."""
    only = ("--isolated", "--select", "F401", "--fix", "--quiet", "--no-cache", "-")
    command = [str(bin_folder / "ruff"), "check", *only]
    kept = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    if kept.returncode != 0:
        sys.exit(kept.stderr.decode(errors="replace"))
    return kept.stdout.decode().replace("\r\n", "\n")
