"""The program's own engine on the generated year; started in a process of its own by :mod:`.paper_speed`.

``year OUT SOURCE``: all minutes in one file, before the archive pass; ``archived``: with it; ``one``: the paper of the
first meeting, archived; ``book``: the year book with contents, register and indexes, whose document is the source;
``warm``: milliseconds of that paper in a process that has printed before, a line each of its
pages, of making the archive file of them, and of the proof of its bytes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.documents.documents import Imprint, MinutesDocument
from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.documents.register_documents import YearBookDocument
from desktop_app.domain.documents.snapshots import document_from_json, minutes_from_json
from desktop_app.printing.engine.layout.flow import Page, PageBreak, Paper, gc_paused, render
from desktop_app.printing.engine.layout.structure import DrawnPages
from desktop_app.printing.engine.pdf import archive, finish
from desktop_app.printing.engine.typesetting.fonts import FontSet
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers import minutes_pdf, year_book_pdf
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.letterhead import draw_letterhead
from desktop_app.printing.stationery.minutes_words import title_of
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.system.paths import resource

if TYPE_CHECKING:
    from desktop_app.printing.engine.layout.stack import Flowable

TITLE = "دفتر صورت‌جلسات سال"
IMPRINT = Imprint(made_at="2023-01-30T09:30:00Z")


def bound(sources: Sequence[str], fonts: FontSet) -> DrawnPages:
    """The minutes one after the other in one file, letterhead and page x of y included; no archive pass."""
    setter = Typesetter(fonts)
    first: MinutesDocument = minutes_from_json(sources[0])

    def decorate(page: Page) -> None:
        if page.number == 1:
            draw_letterhead(page, first.letterhead)
        else:
            frame.draw_running_header(page, title_of(first), first.letterhead.number)
        frame.draw_footer(page, [TITLE])

    return render(setter, story(setter, sources), Paper(later=frame.LATER, first=frame.FIRST, decorate=decorate))


def story(setter: Typesetter, sources: Sequence[str]) -> Iterator[Flowable]:
    for number, source in enumerate(sources):
        if number:
            yield PageBreak()
        yield from minutes_pdf.story(setter, minutes_from_json(source))


def main(kind: str, out: str, source: str) -> None:
    """Print the minutes that lie in ``source``, one snapshot a line; say the peak of memory."""
    render_context = RenderContext(fonts=FontSet.load(resource("fonts")))
    sources = Path(source).read_text(encoding="utf-8").splitlines()
    if kind == "warm":
        Path(out).write_text("\n".join(map(str, _warm(sources, render_context))), encoding="utf-8")
    else:
        Path(out).write_bytes(_paper(kind, sources, render_context))
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        print(int(peak.split()[1]) / 1024)


def _paper(kind: str, sources: Sequence[str], render_context: RenderContext) -> bytes:
    if kind == "book":
        return year_book_pdf.render(document_from_json(YearBookDocument, sources[0]), IMPRINT, render_context)
    if kind == "one":
        return minutes_pdf.render(minutes_from_json(sources[0]), IMPRINT, render_context)
    pages = bound(sources, render_context.fonts)
    if kind == "archived":
        return finish.finish(pages, title=TITLE, made_at=IMPRINT.made_at, profile=Profile.A_2B)
    return pages.pdf


def _warm(sources: Sequence[str], render_context: RenderContext) -> tuple[float, float, float]:
    """Milliseconds of CPU for pages, pass and proof of a paper that is not the first one of its process.

    Medians of 15 in turn. The pass is what the whole takes beyond the other two.
    """
    from statistics import median  # a paper that is printed in a fresh process does not need it

    count = len(bound(sources[:1], render_context.fonts).objects)
    made = _paper("one", sources[:1], render_context)
    steps: tuple[Callable[[], object], ...] = (
        lambda: bound(sources[:1], render_context.fonts),
        lambda: _paper("one", sources[:1], render_context),
        lambda: _proved(made, count),
    )
    taken = [[_milliseconds(step) for step in steps] for _ in range(16)][1:]
    pages, whole, proof = map(median, zip(*taken, strict=True))
    return pages, whole - pages - proof, proof


@gc_paused()
def _proved(made: bytes, pages: int) -> None:
    archive.check_archival_form(made, Profile.A_3B, pages)


def _milliseconds(step: Callable[[], object]) -> float:
    began = time.process_time()
    step()
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])
