"""Self-test of the program in its own window: runs the steps of ``domain/smoke.py`` and reports each.

It is started by `--smoke` (``cli/smoke_answers.py``), which watches it and writes the report. Everything lies below one
folder that is given: demo data, settings, what is made. The steps about paper make and draw each kind, make Word and
all archive forms, and print to a file.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop_app.domain.calendar.jalali import month_of
from desktop_app.domain.documents.paper_kinds import ORDERED_BY_HAND, PaperKind, Profile
from desktop_app.domain.documents.paper_orders import PaperOrder, usual_meeting
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.smoke import STEPS, StepResult
from desktop_app.printing.pages import OpenPdf, PageReader
from desktop_app.printing.paper_renderer import WORD
from desktop_app.printing.stranger_files import StrangerFile
from desktop_app.services.documents.paper_choices import paper_choices
from desktop_app.services.documents.papers import paper_of
from desktop_app.widgets.paper.printer import PrintJob
from desktop_app.widgets.paper.qt_printer import new_printer, printer_names, send_to
from desktop_app.window.shell.application import run
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.opening import Opening
from desktop_app.window.shell.paper_pages import ShownPages
from desktop_app.window.shell.smoke import words
from desktop_app.window.shell.smoke.smoke_steps import LOOK_MS, PATIENCE, STEPS_OF_WINDOW, SmokeContext, Step
from desktop_app.words.refusals import sentence

_WIDTH: Final = 200
"""Pixels across, at which a page is looked at."""


def _papers(smoke: SmokeContext) -> str:
    """Check that every kind of paper can be made and its first page is not blank."""
    told = []
    with closing(PageReader()) as reader:
        for kind in ORDERED_BY_HAND:
            with reader.open(_made(smoke, kind)) as pages:
                _require_ink(smoke, pages, kind.value)
                told.append(f"{kind.value} {pages.count}")
        for profile in Profile:
            reader.open(_made(smoke, PaperKind.MINUTES, profile)).close()
    return ", ".join(told)


def _word(smoke: SmokeContext) -> str:
    """Check that every Word file can be made."""
    office = smoke.screens.office
    told = []
    for kind in sorted(WORD):
        made = office.printing.word(kind, paper_of(office.context, _order(smoke, kind)))
        smoke.require(made.startswith(b"PK"), f"{kind.value} is no Word file")
        told.append(f"{kind.value} {len(made)} bytes")
    return ", ".join(told)


def _print(smoke: SmokeContext) -> str:
    """Check that minutes printed into a file keep the number and the size of their pages."""
    out = smoke.folder / "printed.pdf"
    with closing(PageReader()) as reader:
        pages = ShownPages(reader.open(_made(smoke, PaperKind.MINUTES)))
        printer = new_printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setResolution(150)
        printed = send_to(printer, PrintJob(pages.count, pages.draw, pages.points, "minutes"), lambda *_told: None)
        del printer
        smoke.require(printed is not None and printed.count == pages.count, f"printed {printed}")
        with reader.open(out.read_bytes()) as paper:
            smoke.require(paper.count == pages.count, f"{paper.count} pages of {pages.count}")
            sides = [(round(size.width), round(size.height)) for size in paper.sizes]
            wanted = [(round(width), round(height)) for width, height in pages.points]
            near = all(
                abs(a - b) <= 1 for one, two in zip(sides, wanted, strict=True) for a, b in zip(one, two, strict=True)
            )
            smoke.require(near, f"sheets of {sides}, not {wanted}")
            _require_ink(smoke, paper, "print")
    printers = ", ".join(printer_names()) or "none"
    return f"{pages.count} pages, {len(out.read_bytes())} bytes; printers of this machine: {printers}"


def _child_process(smoke: SmokeContext) -> str:
    """Check that a foreign PDF can be opened, drawn and read in the child process."""
    pdf = _made(smoke, PaperKind.MINUTES)
    with StrangerFile(ChosenFile("minutes.pdf", content=pdf)) as file:
        sizes, _none = file.one("sizes")
        (wide, tall), pixels = file.one("pixels", page=0, width=_WIDTH)
        (pages, codes, _about), source = file.one("paper")
    smoke.require(len(sizes) == pages > 0, f"{len(sizes)} pages drawn, {pages} read")
    dark = sum(1 for value in pixels[::4] if value < 128)
    smoke.require(len(pixels) == wide * tall * 4 and dark > _WIDTH, f"the first page is empty: {dark} dark pixels")
    return f"{pages} pages, {len(codes)} with words, {len(source)} bytes of the document inside"


# ---- inside


def _made(smoke: SmokeContext, kind: PaperKind, profile: Profile | None = None) -> bytes:
    office = smoke.screens.office
    pdf = office.printing.make(kind, paper_of(office.context, _order(smoke, kind)), profile)
    _keep(smoke.folder / f"{kind.value}.pdf", pdf)
    return pdf


def _order(smoke: SmokeContext, kind: PaperKind) -> PaperOrder:
    context = smoke.screens.office.context
    choices = paper_choices(context)
    month = choices.months[0] if choices.months else month_of(context.clock.today())
    return PaperOrder(
        kind=kind,
        meeting_id=usual_meeting(choices, kind),
        month=month,
        year=choices.years[-1] if choices.years else month.year,
        text=words.LETTER if kind is PaperKind.LETTER else "",
        to=words.ADDRESSEE if kind is PaperKind.LETTER else "",
    )


def _require_ink(smoke: SmokeContext, pages: OpenPdf, name: str) -> None:
    pixels = pages.pixels(0, _WIDTH).bgra
    dark = sum(1 for value in pixels[::4] if value < 128)
    smoke.require(dark > _WIDTH, f"the first page of {name} is empty: {dark} dark pixels")


def _keep(file: Path, pdf: bytes) -> None:
    file.write_bytes(pdf)


STEPS_OF_PAPER: Final[Mapping[str, Step]] = {
    "papers": _papers,
    "word": _word,
    "print": _print,
    "child_process": _child_process,
}


class SmokeRun:
    """Runs the steps once the window is opening, then closes it."""

    def __init__(self, folder: Path, steps: Mapping[str, Step]) -> None:
        self._folder, self._steps = folder, steps
        self.failed: list[str] = []

    def begin(self, opening: Opening) -> None:
        """Start the steps as soon as the folder is open; report if the opening fails."""
        until = time.monotonic() + PATIENCE

        def look() -> None:
            # while the folder is opened its loop would wait for the steps, and the steps for the folder
            if opening.screens is None and QApplication.activeModalWidget() is None and time.monotonic() < until:
                QTimer.singleShot(LOOK_MS, look)
            else:
                self._take(opening)

        QTimer.singleShot(0, look)

    def _take(self, opening: Opening) -> None:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        smoke = SmokeContext(self._folder, window, opening)
        with (self._folder / "steps.jsonl").open("w", encoding="utf-8") as lines:
            for name, step in self._steps.items():
                result = _result(name, step, smoke)
                self.failed += [] if result.ok else [name]
                lines.write(result.line() + "\n")
                lines.flush()
        _write_facts(self._folder / "facts.json", smoke)
        window.set_may_close(lambda: True)
        asking = QApplication.activeModalWidget()
        if asking is not None:
            asking.close()
        window.close()


def run_steps(folder: Path) -> int:
    """Open the window over demo data in ``folder`` and test it; return 0 if every step succeeds."""
    found = {**STEPS_OF_WINDOW, **STEPS_OF_PAPER}
    test = SmokeRun(folder, {name: found[name] for name in STEPS})
    code = run(["--data", str(folder / "data"), "--demo"], test.begin)
    return code or int(bool(test.failed))


def _result(name: str, step: Step, smoke: SmokeContext) -> StepResult:
    begun = time.monotonic()
    try:
        ok, detail = True, step(smoke)
    except Refused as refused:
        ok, detail = False, f"{sentence(refused)} [{refused.key}]"
    except Exception as error:
        ok, detail = False, f"{type(error).__name__}: {error}"
    return StepResult(name, ok, round(time.monotonic() - begun, 3), detail)


def _write_facts(file: Path, smoke: SmokeContext) -> None:
    facts = {"qt": qVersion()}
    if smoke.opening.screens is not None:
        facts["sqlite"] = smoke.screens.office.folder.engine()["sqlite"]
    file.write_text(json.dumps(facts), encoding="utf-8")
