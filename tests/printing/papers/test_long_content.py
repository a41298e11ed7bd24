"""Minutes with more than anybody plans for: every word in its cell and in order, on pages still tagged and whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

import pytest

from desktop_app.domain.documents.documents import MinutesDocument, ResolutionLine
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.papers import minutes_pdf
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.checks.test_check_15 import letters
from tests.printing.checks.test_check_17 import URL
from tests.printing.oracles import cells, dictionary, stream, structure
from tests.printing.oracles.content import Page
from tests.whole import deciding

FIRST = samples.RICH.resolutions[0]
HEADS = ("شماره", "شرح", "مهلت")


@cache
def words(count: int) -> list[str]:
    """So many different Persian words."""
    return [word for word in dictionary.words(9000) if word.isalpha()][:count]


def _with(*resolutions: ResolutionLine) -> MinutesDocument:
    return replace(samples.RICH, resolutions=(FIRST, *resolutions))


def _resolution(text: str, **changes: str) -> ResolutionLine:
    return replace(FIRST, number="۱۴۰۱/۳/۲", text=text, **changes)  # type: ignore[arg-type]


def _many(count: int) -> MinutesDocument:
    seats = [samples.RICH.attendance[n % len(samples.RICH.attendance)] for n in range(count)]
    signers = [samples.RICH.signers[n % len(samples.RICH.signers)] for n in range(count)]
    return replace(samples.RICH, attendance=tuple(seats), signers=tuple(signers))


def _named(name: str) -> MinutesDocument:
    seat, signer = replace(samples.RICH.attendance[0], name=name), replace(samples.RICH.signers[0], name=name)
    return replace(
        samples.RICH,
        attendance=(seat, *samples.RICH.attendance[1:]),
        signers=(signer, *samples.RICH.signers[1:]),
    )


DOCUMENTS = {
    "1500 words": lambda: _with(_resolution(" ".join(words(1500)))),
    "5000 words": lambda: _with(_resolution(" ".join(words(5000)))),
    "2000 letters": lambda: _with(_resolution("ب" * 2000), _resolution("متن", executor="پ" * 2000)),
    "address": lambda: _with(_resolution(f"نشانی {URL} است", owner=URL)),
    "40 people": lambda: _many(40),
    "name of 120 letters": lambda: _named(" ".join(words(4000)[900::97])[:120].strip()),
    "name in one word": lambda: _named("ن" * 120),
}
DAILY = set(DOCUMENTS) - {"5000 words"}
"""1500 words run over as many pages as it takes to see that they go on."""
every_document = pytest.mark.parametrize("name", deciding(DOCUMENTS, DAILY), scope="module")
"""A document after the other, each with all of its tests."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document with its paper, what its pages draw, and the cells of its tables."""

    document: MinutesDocument
    pdf: bytes
    pages: list[Page]
    tables: list[list[cells.Box]]


@lru_cache(maxsize=1)
def made(name: str) -> Made:
    """All tests of a document read one paper, and no more than one is kept: they take much room."""
    document = DOCUMENTS[name]()
    with pytest.MonkeyPatch.context() as patch, cells.noted(patch) as tables:
        pdf = minutes_pdf.render(document, samples.final_imprint(document), made_papers.render_context())
    return Made(document, pdf, stream.read(pdf), tables)


@every_document
def test_nothing_leaves_its_cell_or_the_margins(name: str) -> None:
    pages, tables = made(name).pages, made(name).tables
    assert tables
    assert cells.cell_faults(pages, tables) == []
    assert cells.rule_faults(pages) == []
    inked = [glyph.box for page in pages for glyph in page.glyphs if glyph.box]
    assert min(box[0] for box in inked) > 15 * MM - 0.5
    assert max(box[2] for box in inked) < 210 * MM - 25 * MM + 0.5


@every_document
def test_every_letter_is_there_in_one_piece_of_the_structure(name: str) -> None:
    document = made(name).document
    tagged = structure.read(made(name).pdf)
    assert tagged.faults == []
    said = {tuple(letters(element.own)) for element in tagged.root.all() if element.own}
    for text in (
        *(line.text for line in document.resolutions),
        *(f"مسئول پیگیری: {line.owner}" for line in document.resolutions),
        *(line.name for line in document.signers),
        document.attendance[0].name,
    ):
        assert tuple(letters(text)) in said, text[:60]


@pytest.mark.parametrize("name", deciding(["1500 words", "5000 words"], {"1500 words"}), scope="module")
def test_the_words_of_a_long_cell_are_in_order_on_pages_with_heads(name: str) -> None:
    count, pages = int(name.split(maxsplit=1)[0]), made(name).pages
    shown = [["".join(glyph.text for glyph in reversed(line)) for line in page.lines()] for page in pages]
    found = [word for lines in shown for line in lines for word in line.split()]
    rest = iter(found[found.index(words(count)[0]) :])
    assert [word for word in words(count) if word not in rest] == []
    bodies = [lines for lines in shown if _body(lines)]
    assert len(bodies) > count / 250
    assert [lines for lines in bodies if not {*HEADS} <= set(lines)] == []


def _body(lines: list[str]) -> bool:
    """Whether most of a page is the long cell."""
    return sum(set(line.split()) <= set(words(5000)) for line in lines) > 20


def test_a_word_that_no_column_holds_takes_no_room_from_the_others() -> None:
    """The executor takes a third of the table where that makes it lower, and no more."""
    assert _right_end_of_executors(_with(_resolution("متن", executor="پ" * 2000))) == pytest.approx(100 * MM, abs=4)


def _right_end_of_executors(document: MinutesDocument) -> float:
    """Where the heading over the executors begins; it stands at the right edge of its column."""
    pages = stream.read(minutes_pdf.render(document, samples.final_imprint(document), made_papers.render_context()))
    said = (line for page in pages for line in page.lines() if "مجری و" in "".join(g.text for g in reversed(line)))
    return max(glyph.x + glyph.advance for glyph in next(said))
