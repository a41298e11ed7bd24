"""Marks on made scans of the demo's minutes: how many pages are read under each condition, and none ever wrongly.

``scans [--pages N] [--rounds N]``: so many pages of printed minutes, of each in turn one, at 150, 200 and 300 dots an
inch, each under every condition. A page without ink over its marks has to be read; with one stroke or one ring over one
of the two marks at least 95 in a hundred; of a page that is not read the operator types the code or
the number.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app import wiring
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.printing.pages import PageReader
from desktop_app.printing.scans.scan_marks import find_mark
from desktop_app.services.documents.documents import minutes_paper
from tests import made_scans as made
from tests.benchmarks.table import Table
from tests.conftest import DEMO_DAY

DENSITIES = (150, 200, 300)
Papers = Sequence[tuple[str, Mapping[int, made.Picture]]]
"""Codes and the clean pages of their papers, by number."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Pages tried, read rightly and wrongly, and the milliseconds that a page took."""

    tried: int
    read: int
    wrong: int
    milliseconds: float


def _over_right(ink: Callable[..., made.Picture]) -> made.Change:
    """Over the right one of the two marks."""
    return lambda page, chance: ink(page, chance, mark=1)


MACHINES: Mapping[str, made.Change] = {"grey": made.grey, "black and white": made.black_and_white}
LAID: Mapping[str, made.Change] = {
    "0.5°": made.skewed(0.5),
    "−1°": made.skewed(-1),
    "2°": made.skewed(2),
    "−5°": made.skewed(-5),
    "90°": made.turned(1),
    "180°": made.turned(2),
}
"""How a sheet lay on the glass."""
CORNERS: Mapping[str, made.Change] = {"stamp": made.corner_stamp, "stroke": made.corner_stroke}
CLEAN: Mapping[str, made.Change] = {
    **MACHINES,
    "colour": made.colour,
    **{f"{laid} {seen}": made.in_turn(LAID[laid], MACHINES[seen]) for laid in LAID for seen in MACHINES},
    "photocopy": made.photocopied,
    "photocopy, black and white": made.in_turn(made.photocopied, made.black_and_white),
    "copy of a copy, 2°": made.in_turn(made.photocopied, made.skewed(2), made.photocopied),
    "JPEG 30": made.in_turn(made.grey, made.compressed(30)),
}
ONE_MARK: Mapping[str, made.Change] = {
    **{
        f"{ink} over a corner, {seen}": made.in_turn(made.in_grey(CORNERS[ink]), MACHINES[seen])
        for ink in CORNERS
        for seen in MACHINES
    },
    "stroke over the left, grey": made.in_turn(made.in_grey(made.stroke), made.grey),
    "stroke over the right, black and white": made.in_turn(_over_right(made.stroke), made.black_and_white),
    "stroke over the left, colour": made.in_turn(made.stroke, made.colour),
    "ring over the left, grey": made.in_turn(made.in_grey(made.ring), made.grey),
    "ring over the right, black and white": made.in_turn(_over_right(made.ring), made.black_and_white),
    "ring over the right, colour, JPEG 30": made.in_turn(_over_right(made.ring), made.colour, made.compressed(30)),
}
INKED: Mapping[str, made.Change] = {
    "strokes over both, colour": made.in_turn(made.stroke, _over_right(made.stroke), made.colour),
    "strokes over both, grey": made.in_turn(made.in_grey(made.stroke), _over_right(made.stroke), made.grey),
    "rings over both, colour": made.in_turn(made.ring, _over_right(made.ring), made.colour),
    "both covered": lambda page, _chance: made.covered(page),
}
CONDITIONS: Mapping[str, made.Change] = {**CLEAN, **ONE_MARK, **INKED}


def run(options: list[str]) -> list[Table]:
    """Measure the papers of the demo's day."""
    pages, rounds = _option(options, "--pages", 6), _option(options, "--rounds", 1)
    with tempfile.TemporaryDirectory() as place:
        return [table(Path(place), pages, rounds)]


def table(place: Path, pages: int, rounds: int) -> Table:
    """Every condition at every density."""
    prints = list(demo_prints(place / "demo"))
    rows: dict[str, list[str]] = {name: [name] for name in CONDITIONS}
    times: dict[str, list[float]] = {name: [] for name in CONDITIONS}
    wrong = tried = 0
    for dpi in DENSITIES:
        papers = list(_spread(prints, dpi, pages))
        for name, change in CONDITIONS.items():
            found = measured(change, papers, rounds)
            rows[name].append(f"{found.read} of {found.tried}")
            times[name].append(found.milliseconds)
            wrong, tried = wrong + found.wrong, tried + found.tried
    for name, row in rows.items():
        row.append(f"{max(times[name]):.0f}")
    head = ("condition", *(f"{dpi} dpi" for dpi in DENSITIES), "ms a page, most")
    note = (
        f"{tried} made pages of {len(prints)} papers of the demo; {wrong} wrong codes. All but the last four rows have "
        "at least one mark without ink over it; of a page that is not read the code or number is typed."
    )
    return Table("Marks on scans", head, tuple(tuple(row) for row in rows.values()), note)


def measured(change: made.Change, papers: Papers, rounds: int) -> Measured:
    """How many of the pages are read under a condition; every round writes and shakes otherwise."""
    tried = read = wrong = 0
    spent = 0.0
    for code, pages in papers:
        for number, page in pages.items():
            for round_ in range(rounds):
                seen = change(page, random.Random(f"{code} {number} {round_}"))
                begun = time.perf_counter()
                found = find_mark(seen)
                spent += time.perf_counter() - begun
                tried += 1
                right = found is not None and (found.mark.code, found.mark.page) == (code, number)
                read += right
                wrong += found is not None and not right
    return Measured(tried, read, wrong, 1000 * spent / tried)


def demo_prints(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The final minutes of the demo with their codes, as an office prints them that is no sample."""
    wiring.build_demo(folder, DEMO_DAY)
    office = wiring.view_office(folder, wiring.SystemClock())
    try:
        with office.context.read() as work:
            versions = [one for one in work.versions.where() if one.content_hash]
        for version in versions:
            paper = minutes_paper(office.context, version.id)
            code = paper_code(version.content_hash)
            imprint = replace(paper.imprint, code=code, sample=False)
            yield code, office.printing.make(PaperKind.MINUTES, replace(paper, imprint=imprint))
    finally:
        office.close()


def _spread(
    prints: Sequence[tuple[str, bytes]], dpi: int, pages: int
) -> Iterator[tuple[str, Mapping[int, made.Picture]]]:
    """So many pages: of each paper in turn one, of the first its first, of the second its second."""
    for place in range(pages):
        code, pdf = prints[place % len(prints)]
        with PageReader().open(pdf) as printed:
            at = place % printed.count
        (page,) = made.drawn(pdf, dpi, [at])
        yield code, {at + 1: page}


def _option(options: list[str], name: str, usual: int) -> int:
    return int(options[options.index(name) + 1]) if name in options else usual
