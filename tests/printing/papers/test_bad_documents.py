"""Documents that nobody should have frozen: the paper is refused with its reason, or made whole; never half of it."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache
from itertools import product

import pytest
from PIL import Image

from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.printing.pages import PageReader
from desktop_app.printing.papers import letter_pdf, minutes_pdf
from desktop_app.words.refusals import sentence
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.oracles import stream
from tests.whole import deciding


def _png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (12, 60, 90)).save(out, "PNG")
    return out.getvalue()


def _with_logo(logo: bytes) -> bytes:
    imprint = replace(samples.final_imprint(samples.BARE), logo=logo)
    return minutes_pdf.render(samples.BARE, imprint, made_papers.render_context())


BROKEN = {
    "no picture": b"this was a picture once",
    "a head without a body": b"\x89PNG\r\n\x1a\nrubbish",
    "cut off": _png(300, 300)[:-400],
    "empty chunks": _png(40, 40)[:33],
}


@pytest.mark.parametrize("logo", BROKEN.values(), ids=BROKEN.keys())
def test_a_logo_that_was_damaged_since_is_refused_with_a_sentence(logo: bytes) -> None:
    with pytest.raises(EnvironmentProblem) as refused:
        _with_logo(logo)
    assert refused.value.key == "picture_unreadable"
    assert sentence(refused.value)


SIZES = ((6000, 6000), (1200, 1200), (1, 1), (4000, 1), (1, 4000))


@pytest.mark.parametrize("size", deciding(SIZES, SIZES[1:]))
def test_a_logo_of_any_proportion_keeps_to_its_place(size: tuple[int, int]) -> None:
    """The largest that is kept of a picture decides; a larger one takes a third of a gigabyte."""
    reader = PageReader()
    with reader.open(_with_logo(_png(*size))) as pages:
        assert pages.count == 1
        assert "صورت" in pages.text(0)


PLACES = {
    "a resolution": lambda text: replace(
        samples.RICH, resolutions=(replace(samples.RICH.resolutions[0], text=text), *samples.RICH.resolutions[1:])
    ),
    "a name": lambda text: replace(
        samples.RICH, attendance=(replace(samples.RICH.attendance[0], name=text), *samples.RICH.attendance[1:])
    ),
    "what was said": lambda text: replace(
        samples.RICH, agenda=(replace(samples.RICH.agenda[1], talk=(("بهمن", text),)), *samples.RICH.agenda[2:])
    ),
    "a signer": lambda text: replace(
        samples.RICH, signers=(replace(samples.RICH.signers[0], name=text), *samples.RICH.signers[1:])
    ),
    "the closing words": lambda text: replace(samples.RICH, closing=text),
    "an attachment": lambda text: replace(samples.RICH, attachments=(text,)),
    "the place": lambda text: replace(samples.RICH, meeting=replace(samples.RICH.meeting, place=text)),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sign", ["😀", "漢", "\ud83d", "\ue001"])
def test_a_sign_without_a_shape_is_refused_with_its_place_wherever_it_stands(place: str, sign: str) -> None:
    document: MinutesDocument = PLACES[place](f"متن {sign} پایان")
    with pytest.raises(RuleBroken) as refused:
        minutes_pdf.render(document, replace(samples.final_imprint(samples.RICH)), made_papers.render_context())
    assert refused.value.key == "glyph_missing"
    assert refused.value.facts["code_point"] == f"U+{ord(sign):04X}"
    assert refused.value.facts["place"]
    assert f"U+{ord(sign):04X}" in sentence(refused.value)


CONTROLS = ("\u202e", "\u202a", "\u2067", "\x00", "\x1b", "\ufeff")
WRITTEN = ("a resolution", "a signer", "what was said")
EACH_ONCE = {*product(["a resolution"], CONTROLS), *product(WRITTEN, ["\u202e"])}


@pytest.mark.parametrize(("place", "control"), deciding(product(WRITTEN, CONTROLS), EACH_ONCE, several=True))
def test_a_control_changes_nothing_on_the_paper(place: str, control: str) -> None:
    """Each control once, and one of them at each place."""
    assert _looks(place, f"مبلغ {control}۱۲ abc{control} ریال") == _looks(place, "مبلغ ۱۲ abc ریال")


@lru_cache(maxsize=len(PLACES))
def _looks(place: str, text: str) -> list[bytes]:
    """The pixels of each page of minutes with the text."""
    pdf = minutes_pdf.render(PLACES[place](text), samples.final_imprint(samples.RICH), made_papers.render_context())
    reader = PageReader()
    with reader.open(pdf) as pages:
        found = [bytes(pages.pixels(page, 300).bgra) for page in range(pages.count)]
    reader.close()
    return found


def test_hundreds_of_marks_on_one_letter_are_all_on_the_paper() -> None:
    letter = samples.letter("م" + "\u064b" * 300 + " متن")
    pages = stream.read(letter_pdf.render(letter, samples.final_imprint(letter), made_papers.render_context()))
    assert sum(glyph.text == "\u064b" for page in pages for glyph in page.glyphs) == 300
