"""Text of made scans beside their print: genuine pages that are called so, and forged ones under genuine marks.

``scan-text [--papers N]``: of so many papers of the demo, signed by pen across the text, every page is compared under
each condition; then the same with the figure of one deadline changed by a day, with one word and with one paragraph
changed, and with a page of another paper under the foot of the genuine one.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PIL import ImageChops

from desktop_app import wiring
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.verifying.scanned_text import TextSeen
from desktop_app.printing.grey_or_colour import grey_or_colour
from desktop_app.printing.scans.scan_comparison import ComparedPrint
from desktop_app.services.documents.documents import Paper, minutes_paper
from desktop_app.wiring import Office
from tests import made_scans as made
from tests.benchmarks.table import Table
from tests.conftest import DEMO_DAY

DENSITIES: Final = (150, 200, 300)
WHAT: Final = ("genuine", "figure", "word", "text", "page")
_OTHER_WORD: Final = "اجرای"
_OTHER_TEXT: Final = "پرداخت همهٔ هزینه‌های این برنامه از محل اعتبار شهرداری‌هاست و گزارش آن به جلسهٔ بعد داده نمی‌شود"
_FOOT: Final = 0.88
"""Of the height: what stands below is the foot with the marks."""


_PEN: Final = made.in_grey(made.written_over)
CONDITIONS: Final[Mapping[str, made.Change]] = {
    "grey": made.in_turn(_PEN, made.grey),
    "5° grey": made.in_turn(_PEN, made.grey, made.skewed(5)),
    "90°, grey, JPEG 30": made.in_turn(_PEN, made.grey, made.turned(1), made.compressed(30)),
    "colour": made.in_turn(made.written_over, made.ring, made.colour),
    "black and white": made.in_turn(_PEN, made.black_and_white),
    "180°, 2°, black and white": made.in_turn(_PEN, made.skewed(2), made.black_and_white, made.turned(2)),
    "photocopy": made.in_turn(_PEN, made.photocopied),
    "copy of a copy, 2°": made.in_turn(_PEN, made.photocopied, made.skewed(2), made.photocopied),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A page as it would lie in the machine, and the print that its marks name; what was done to it, if anything."""

    what: str
    code: str
    pdf: bytes
    number: int
    other: bytes
    """The file whose page it is."""
    foot: int = 0
    """The page of the print whose foot is pasted under it, from 1; 0 where it has its own."""

    def page(self, dpi: int) -> made.Picture:
        """Clean and upright."""
        (page,) = made.drawn(self.other, dpi, [self.number - 1])
        if self.foot:
            (own,) = made.drawn(self.pdf, dpi, [self.foot - 1])
            at = round(_FOOT * own.height)
            page.paste(own.crop((0, at, own.width, own.height)), (0, at))
        return page

    @property
    def claims(self) -> int:
        """The page that its marks say."""
        return self.foot or self.number


def run(options: list[str]) -> list[Table]:
    """Measure the papers of the demo's day."""
    papers = int(options[options.index("--papers") + 1]) if "--papers" in options else 3
    with tempfile.TemporaryDirectory() as place:
        return [table(tuple(cases(Path(place) / "demo", papers)))]


def table(found: Sequence[Case]) -> Table:
    """Every condition; of the three densities together where it says nothing else."""
    rows = []
    for name, change in CONDITIONS.items():
        for dpi in DENSITIES:
            seen = told(change, found, dpi)
            rows.append((name, str(dpi), *(_told(seen, what) for what in WHAT)))
    head = ("condition", "dpi", "genuine: same or faint, no alarm", "figure", "word", "paragraph", "page")
    note = (
        f"{len(found)} pages under each condition, all written over by pen. Genuine pages: how many raised no alarm, "
        "and in brackets how many of those are vouched for whole; in the others what is printed in grey was too faint, "
        "or nothing could be compared. Forged pages: how many were named, and in brackets how many of these surely."
    )
    return Table("Text of scans beside the print", head, tuple(rows), note)


def told(change: made.Change, found: Sequence[Case], dpi: int) -> Mapping[str, Counter[TextSeen]]:
    """What is said of the pages under a condition, by what was done to them."""
    seen: dict[str, Counter[TextSeen]] = {}
    prints: dict[str, ComparedPrint] = {}
    for one in found:
        printed = prints.setdefault(one.code, ComparedPrint(one.pdf))
        page = grey_or_colour(change(one.page(dpi), random.Random(f"{one.code} {one.claims} {dpi}")))
        seen.setdefault(one.what, Counter())[printed.compare(one.claims, page).seen] += 1
    return seen


def _told(seen: Mapping[str, Counter[TextSeen]], what: str) -> str:
    count = seen.get(what, Counter())
    doubted, sure = count[TextSeen.DOUBTFUL], count[TextSeen.OTHER]
    whole = count.total()
    if what == "genuine":
        return f"{whole - doubted - sure} of {whole} ({count[TextSeen.SAME]})"
    return f"{doubted + sure} of {whole} ({sure})"


# ---- made cases


def cases(folder: Path, papers: int) -> Iterator[Case]:
    """The pages of so many final minutes of the demo as an office has them that is no sample, genuine and forged."""
    wiring.build_demo(folder, DEMO_DAY)
    with closing(wiring.view_office(folder, wiring.SystemClock())) as office:
        with office.context.read() as work:
            versions = [one for one in work.versions.where() if one.content_hash][:papers]
        coded = {paper_code(one.content_hash): minutes_paper(office.context, one.id) for one in versions}
        prints = {code: _printed(office, code, paper) for code, paper in coded.items()}
        for place, (code, paper) in enumerate(coded.items()):
            pdf, other = prints[code], list(prints.values())[place - 1]
            pages = range(1, len(made.drawn(pdf, 40)) + 1)
            yield from (Case("genuine", code, pdf, number, pdf) for number in pages)
            yield Case("page", code, pdf, 1, other, foot=2)
            for what, document in _forged(paper.document):
                forged = _printed(office, code, replace(paper, document=document))
                yield from (Case(what, code, pdf, number, forged) for number in _apart(pdf, forged))


def _printed(office: Office, code: str, paper: Paper[MinutesDocument]) -> bytes:
    imprint = replace(paper.imprint, code=code, sample=False)
    return office.printing.make(PaperKind.MINUTES, replace(paper, imprint=imprint))


def _forged(document: MinutesDocument) -> Iterator[tuple[str, MinutesDocument]]:
    first, *others = document.resolutions
    deadline = first.deadline
    words = first.text.split()
    changed = {
        "figure": {"deadline": replace(deadline, count=deadline.count + 1, due=_later(deadline.due))},
        "word": {"text": " ".join([*words[:2], _OTHER_WORD, *words[3:]])},
        "text": {"text": _OTHER_TEXT},
    }
    for what, facts in changed.items():
        yield what, replace(document, resolutions=(replace(first, **facts), *others))  # type: ignore[arg-type]


def _later(day: str) -> str:
    return str(date.fromisoformat(day) + timedelta(days=1)) if day else day


def _apart(one: bytes, other: bytes) -> list[int]:
    """The first page that looks otherwise, if any: what is printed behind may only have moved."""
    pairs = zip(made.drawn(one, 80), made.drawn(other, 80), strict=False)
    return [number for number, (a, b) in enumerate(pairs, start=1) if ImageChops.difference(a, b).getbbox()][:1]
