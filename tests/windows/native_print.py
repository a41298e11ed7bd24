"""Native print on Windows, judged on Linux: `python -m tests.windows.native_print`, by `dev.py windows --print`.

Minutes of the demo data are printed by the program's own printer on the Windows interpreter, through the system's
spooler, to a queue that makes PDF files. Each printed page is held against the page of the source that it has to be.
A PDF file has no back of a sheet: of printing on both sides it only shows that no page is lost or added, and the job
itself holds against its printer that the choice still stands when the last page has gone.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import Image

from desktop_app.printing.pages import PageReader
from devtools import ROOT, debian
from devtools.windows import machine, print_queue
from tests.journeys.x_server import screen
from tests.likeness import changed_blocks

WIDTH = 620
"""Pixels across a page that is compared: 75 an inch."""
ALLOWED = 0.02
"""Share of a page's blocks that may differ: the printer draws pixels, a hair's breadth beside a reader's letters.

Its own page was measured to differ in 0.8 to 1.6 %, any other page of the same minutes in 16 % and more."""

BOTH_SIDES: Final = """
*OpenUI *Duplex/Duplex: PickOne
*OrderDependency: 10 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None/Off: "<</Duplex false>>setpagedevice"
*Duplex DuplexNoTumble/Long: "<</Duplex true/Tumble false>>setpagedevice"
*CloseUI: *Duplex
"""
"""For the driver of the queue, which has one side: Windows keeps no choice that a printer does not have."""


@dataclass(frozen=True, slots=True)
class Case:
    """A job and the pages of the source, from 1, that have to come out of it."""

    name: str
    job: dict[str, object]
    pages: list[int] = field(default_factory=list)


def main() -> int:
    """Print every case and print the table; 0 when each page is the one that was asked for."""
    debian.install_missing((*machine.NEEDS, *print_queue.NEEDS))
    windows = machine.ready()
    work = ROOT / "build" / "windows" / "print"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    source = _source(work)
    count = len(_pages(source))
    cases = (
        Case("all pages", {}, list(range(1, count + 1))),
        Case("pages 2 to 3", {"pages": [2, 3]}, [2, 3]),
        Case("the page that shows", {"current": 2}, [2]),
        Case("two copies of page 1", {"pages": [1, 1], "copies": 2}, [1, 1]),
        Case("both sides asked for", {"duplex": True}, list(range(1, count + 1))),
        Case("600 dots an inch", {"dpi": 600, "pages": [1, 1]}, [1]),
    )
    print(f"{'job':24}", *(f"{head:>10}" for head in ("wanted", "printed", "differs", "seconds")))
    with screen() as display, print_queue.print_queue(_short_folder()) as queue:
        _give_both_sides(queue)
        asked = [(work / f"job-{number}.json", case) for number, case in enumerate(cases)]
        passed = [_case(windows, queue, display["DISPLAY"], source, file, case) for file, case in asked]
        windows.stop()
    shutil.rmtree(queue.folder, ignore_errors=True)
    print(f"print jobs: {sum(passed)} as asked, {len(passed) - sum(passed)} not")
    return 0 if all(passed) else 1


def _give_both_sides(queue: print_queue.PrintQueue) -> None:
    driver = queue.folder / "both-sides.ppd"
    driver.write_bytes(print_queue.DRIVER.read_bytes() + BOTH_SIDES.encode())
    command = ["lpadmin", "-p", print_queue.NAME, "-P", str(driver)]
    subprocess.run(command, env={**os.environ, **queue.variables}, check=True, stderr=subprocess.DEVNULL)


def _case(
    windows: machine.Machine, queue: print_queue.PrintQueue, display: str, source: Path, asked: Path, case: Case
) -> bool:
    """Print one job and print its line; whether it is what was asked for."""
    asked.write_text(json.dumps({"name": f"صورت‌جلسه {asked.stem}", **case.job}), encoding="utf-8")
    before = queue.printed()
    began = time.perf_counter()
    call = ["-m", "tests.windows.print_job", machine.windows_path(source), machine.windows_path(asked)]
    code = windows.run(str(windows.python), *call, env={**queue.variables, "DISPLAY": display})
    files = [file for file in queue.printed() if file not in before]
    seconds = time.perf_counter() - began
    wanted = _pages(source)
    printed = [page for file in files for page in _pages(file)]
    found = [_nearest(page, wanted) for page in printed]
    differs = max((_apart(page, wanted[place - 1]) for page, place in zip(printed, found, strict=True)), default=1.0)
    right = code == 0 and found == case.pages and differs <= ALLOWED
    _print_line(case.name, case.pages, found, f"{differs:.1%}", f"{seconds:.1f}", "" if right else "WRONG")
    return right


def _print_line(name: str, wanted: list[int], printed: list[int], *rest: str) -> None:
    shown = [" ".join(map(str, pages)) or "none" for pages in (wanted, printed)]
    print(f"{name:24}", *(f"{cell:>10}" for cell in (*shown, *rest)), flush=True)


def _apart(page: Image.Image, other: Image.Image) -> float:
    """The share of blocks that look different."""
    return changed_blocks(page, other) / (page.width * page.height / 64)


def _nearest(page: Image.Image, wanted: list[Image.Image]) -> int:
    """Number, from 1, of the source's page that it looks like most."""
    return min(range(1, len(wanted) + 1), key=lambda place: _apart(page, wanted[place - 1]))


def _pages(file: Path) -> list[Image.Image]:
    reader = PageReader()
    pages = reader.open(file.read_bytes())
    drawn = [pages.pixels(place, WIDTH) for place in range(pages.count)]
    reader.close()
    pictures = [Image.frombuffer("RGBX", (one.width, one.height), one.bgra, "raw", "BGRX", 0, 1) for one in drawn]
    return [picture.convert("RGB") for picture in pictures]


def _source(work: Path) -> Path:
    """Minutes of the demo data as a PDF."""
    data, paper = work / "data", work / "minutes.pdf"
    program = [sys.executable, "-m", "desktop_app"]
    subprocess.run([*program, "demo", "--data", str(data)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    asked = ["print", "minutes", "--data", str(data), "--meeting", "1", "-o", str(paper)]
    subprocess.run([*program, *asked], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return paper


def _short_folder() -> Path:
    """A new folder for the scheduler: the path of a socket may have 107 bytes."""
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="dabirkhaneh-print-"))
    # the scheduler works as another user
    folder.chmod(0o755)
    return folder


if __name__ == "__main__":
    sys.exit(main())
