"""Many colour pages of A4 at 300 dots an inch are read and archived in the memory of a few of them."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.strangers.scan_reader import ScanReader
from tests import made_scans
from tests.conftest import ROOT
from tests.printing import sample_documents as samples
from tests.printing.minutes_reader import paper
from tests.systems import only_on_linux
from tests.whole import deciding

PAGES: Final = 16
DPI: Final = 300
MOST: Final = 400
"""Megabytes; the pixels of all pages at once take 416 by themselves."""


@only_on_linux("the peak of a process stands in its folder under /proc")
@pytest.mark.parametrize("ending", deciding(["jpg", "pdf"], {"pdf"}))
def test_many_colour_pages_take_the_memory_of_a_few(ending: str, tmp_path: Path) -> None:
    # made in a process of its own, too: the pixels of so many pages would stay with the worker
    _child("make", ending, tmp_path)
    read, peak = map(int, _child("read", tmp_path).split())
    assert read == PAGES
    assert peak < MOST


def _child(*arguments: object) -> str:
    """What this module writes when it is run with these arguments."""
    command = [sys.executable, "-m", __name__, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def _make(ending: str, folder: Path) -> None:
    """In a process of its own: the pages of a scanner."""
    drawn = made_scans.drawn(paper(samples.RICH), DPI, (0, 1))
    pages = [made_scans.colour(page, random.Random(1)) for page in drawn]
    if ending == "pdf":
        (folder / "scan.pdf").write_bytes(made_scans.pdf([pages[at % len(pages)] for at in range(PAGES)], DPI))
        return
    files = [made_scans.jpeg(page, DPI) for page in pages]
    for at in range(PAGES):
        (folder / f"{at:02}.jpg").write_bytes(files[at % len(files)])


def _read_and_archive(folder: Path) -> None:
    """In a process of its own: how many pages had their marks read, and its peak in megabytes."""
    files = [ChosenFile(one.name, one) for one in sorted(folder.iterdir())]
    reader = ScanReader()
    pages = tuple(reader.pages(files, no_progress))
    reader.write_archival(files, pages, folder / "archive", no_progress)
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM"))
    sys.stdout.write(f"{sum(page.mark is not None for page in pages)} {int(peak.split()[1]) // 1024}")


if __name__ == "__main__":
    if sys.argv[1] == "make":
        _make(sys.argv[2], Path(sys.argv[3]))
    else:
        _read_and_archive(Path(sys.argv[2]))
