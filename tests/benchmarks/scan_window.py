"""What the window feels of a scan of 30 pages: how long it is read and kept, the longest stall, the memory at most."""

from __future__ import annotations

import gc
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.files.scans_sheet import scans_sheet
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.shell.application import MainThreadCollector
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.screens import Screens
from desktop_app.window.signing.controller import PaperController
from desktop_app.window.signing.scan_dialog import ScanDialog
from tests import made_scans, patience
from tests.benchmarks.pulse import MOST_STALL, Pulse, Stall
from tests.benchmarks.table import Table
from tests.gallery_pages.windows import FIFTH, paper, window
from tests.no_sample import no_sample
from tests.shown import child

PAGES: Final = 30
DPI: Final = 300
MOST_MEGABYTES: Final = 400.0
_STATUS: Final = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Felt:
    """Seconds of reading and keeping, the longest stalls, what was told, and megabytes of the process at most."""

    read: float
    kept: float
    while_opening: Stall
    while_reading: Stall
    while_keeping: Stall
    told: frozenset[str]
    peak: float

    @classmethod
    def read_from(cls, text: str) -> Felt:
        """As :meth:`written` wrote it."""
        fields = json.loads(text)
        stalls = {name: Stall(**fields.pop(name)) for name in ("while_opening", "while_reading", "while_keeping")}
        return cls(**fields | stalls | {"told": frozenset(fields["told"])})

    def written(self) -> str:
        """On one line of JSON."""
        return json.dumps(asdict(self) | {"told": sorted(self.told)})


def run() -> Table:
    """The whole of it."""
    felt = felt_alone(PAGES)
    return Table(
        f"A scan of {PAGES} pages, A4 in colour at {DPI} dpi, through the window",
        ("what", "measured", "aim"),
        (
            ("read (s)", f"{felt.read:.1f}", ""),
            ("kept (s)", f"{felt.kept:.1f}", ""),
            *_rows("opened", felt.while_opening),
            *_rows("read", felt.while_reading),
            *_rows("kept", felt.while_keeping),
            ("memory of the process at most (MB)", f"{felt.peak:.0f}", f"{MOST_MEGABYTES:g}"),
        ),
        "Files of one page each, whose marks are all read; the first lies beside its page of the print.",
    )


def felt_alone(pages: int) -> Felt:
    """The same by a process of its own, which holds no more than the program does.

    Beside what another process holds, each search for cycles among its objects would count as a stall of the window.
    """
    command = (sys.executable, "-m", "tests.benchmarks.scan_window", str(pages))
    told = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    return Felt.read_from(told.splitlines()[-1])


def measure(pages: int, dpi: int) -> Felt:
    """Drop so many files onto the paper of the fifth minutes of the demo, and keep them."""
    application = QApplication.instance() or QApplication([])
    collector = MainThreadCollector(application)
    found: list[Screens] = []
    made = window(partial(_show, found))
    made.resize(1440, 900)
    made.show()
    try:
        with tempfile.TemporaryDirectory() as name:
            return _measured(made, found[0], _files(found[0], Path(name), pages, dpi))
    finally:
        found[0].office.close()
        made.hide()
        made.deleteLater()
        collector.deleteLater()


# ---- inside


def _rows(done: str, stall: Stall) -> tuple[tuple[str, str, str], ...]:
    return (
        (f"longest stall while it is {done} (ms)", f"{stall.longest:.0f}", f"{MOST_STALL:g}"),
        ("of that the window worked itself at most (ms)", f"{stall.busy:.0f}", f"{MOST_STALL:g}"),
    )


def _show(found: list[Screens], screens: Screens) -> None:
    found.append(screens)
    no_sample(screens.office.context)
    paper(FIFTH, screens)


def _files(screens: Screens, folder: Path, pages: int, dpi: int) -> tuple[Path, ...]:
    """The pages of the print again and again, each as another sheet that came out of the scanner."""
    office = screens.office
    with office.context.read() as work:
        version = work.versions.where(meeting_id=FIFTH)[-1].id
    pdf = office.printing.make(PaperKind.MINUTES, minutes_paper(office.context, version))
    files = tuple(folder / f"{place}.jpg" for place in range(pages))
    # by a process of its own: what the making needs of memory is not the program's
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as maker:
        maker.submit(write_scans, pdf, files, dpi).result()
    return files


def write_scans(pdf: bytes, files: Sequence[Path], dpi: int) -> None:
    """Each file is one page of the print, signed by pen."""
    chance = random.Random(1)
    for place, file in enumerate(files):
        (page,) = made_scans.drawn(pdf, dpi, [place % 3])
        file.write_bytes(made_scans.jpeg(made_scans.signed(page, chance), dpi))


def _measured(made: MainWindow, screens: Screens, files: tuple[Path, ...]) -> Felt:
    controller = screens.screen("paper").controller
    assert isinstance(controller, PaperController)
    _forget_peak()
    told: set[str] = set()
    # the window itself is painted, and the page of the print that it shows
    patience.wait(lambda: False, lambda: patience.any_working(made), idle=1)
    pulse = Pulse()
    pulse.begin()
    controller.importing.open()
    patience.let_pass(500)
    while_opening, pulse = pulse.end(), Pulse()
    dialog = child(made, ScanDialog)
    began = time.perf_counter()
    pulse.begin()
    controller.importing.bring(DroppedFiles(files))
    _wait(made, lambda: dialog.cards.count() == len(files), lambda: told.update(_said(dialog)))
    # the cards are painted, and the large page has come
    patience.wait(lambda: False, lambda: patience.any_working(made), idle=1)
    read, while_reading = time.perf_counter() - began - 1, pulse.end()
    assert all("کد:" in one.note or "دوباره" in one.note for one in dialog.cards.contents()), "a mark was not read"
    assert dialog.look.pair.over.isEnabled(), "the first page lies beside its page of the print"
    dialog.asked.reason.set_text("همهٔ برگه‌ها با هم اسکن شد")
    began, pulse = time.perf_counter(), Pulse()
    pulse.begin()
    dialog.keep.click()
    version = screens.screen("paper").controller.history_key()
    assert version is not None
    kept = partial(scans_sheet, screens.office.context, version.id or 0)
    _wait(made, lambda: bool(kept().scans), lambda: None)
    return Felt(read, time.perf_counter() - began, while_opening, while_reading, pulse.end(), frozenset(told), _peak())


def _wait(made: MainWindow, until: Callable[[], bool], look: Callable[[], object]) -> None:
    def so() -> bool:
        look()
        return until()

    assert patience.wait(so, lambda: patience.any_working(made)), "it never ended"


def _said(dialog: ScanDialog) -> set[str]:
    return {one.text() for one in dialog.findChildren(TextLabel) if one.text().startswith("خواندن تصویر")}


def _forget_peak() -> None:
    if _STATUS.exists():
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> float:
    """Megabytes that the process held at most since; 0 where the system does not tell."""
    if not _STATUS.exists():
        return 0.0
    (line,) = (one for one in _STATUS.read_text(encoding="ascii").splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    # as the program does once it is loaded: else the first search for cycles looks through all that was imported here
    gc.freeze()
    print(measure(int(sys.argv[1]), DPI).written())
