"""The logo on the paper: once in the file, beside the names, and nothing else of the paper changed by it."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2
from PIL import Image

from desktop_app.domain.documents.appearance import Picture
from desktop_app.domain.documents.documents import Imprint, LetterDocument
from desktop_app.printing.papers import letter_pdf
from desktop_app.printing.pictures import picture_from
from tests.printing.made_papers import render_context
from tests.printing.sample_documents import LETTERHEAD

TEXT = ("متن نامه روی کاغذ.",)


def _logo(size: tuple[int, int] = (300, 300)) -> Picture:
    out = io.BytesIO()
    Image.new("RGB", size, "#0B5F6B").save(out, "PNG")
    return picture_from(out.getvalue())


def _letter(logo: Picture | None, parties: tuple[str, ...] = LETTERHEAD.parties) -> bytes:
    head = replace(LETTERHEAD, parties=parties, logo=logo.sha256 if logo else "")
    document = LetterDocument(letterhead=head, paragraphs=TEXT)
    return letter_pdf.render(document, Imprint(logo=logo.content if logo else b""), render_context())


def _inked(pdf: bytes) -> set[tuple[int, int]]:
    """Pixels of the letterhead that have the colour of the logo, at 72 dots an inch."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")
    return {
        (x, y)
        for x in range(page.width)
        for y in range(120)
        if page.getpixel((x, y))[0] < 60 < page.getpixel((x, y))[2]
    }


def test_the_same_letter_with_the_same_logo_has_the_same_bytes() -> None:
    assert _letter(_logo()) == _letter(_logo())


def test_the_picture_is_in_the_file_once_and_opaque() -> None:
    with pikepdf.open(io.BytesIO(_letter(_logo()))) as pdf:
        images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert len(images) == 1
        assert [int(images[0][side]) for side in ("/Width", "/Height")] == [300, 300]
        assert "/SMask" not in images[0]


def test_it_stands_at_the_right_edge_in_its_proportions() -> None:
    square, wide = _inked(_letter(_logo())), _inked(_letter(_logo((900, 300))))
    for found, ratio in ((square, 1), (wide, 3)):
        across, down = {x for x, _ in found}, {y for _, y in found}
        assert abs(len(across) / len(down) - ratio) < 0.1 * ratio
        assert abs(max(across) - (595 - 25 * 72 / 25.4)) < 2
        assert min(down) > 9 * 72 / 25.4 - 2


def test_a_letter_without_a_logo_has_no_picture() -> None:
    plain = _letter(None)
    assert not _inked(plain)
    assert b"/Image" not in plain


def test_names_that_are_too_long_for_their_room_stay_above_the_rule() -> None:
    long = ("سازمان مدیریت و برنامه‌ریزی استان مازندران", *LETTERHEAD.parties, "دبیرخانهٔ کمیته")
    page = pypdfium2.PdfDocument(_letter(_logo(), long))[0]
    text = page.get_textpage()
    boxes = [text.get_rect(place) for place in range(text.count_rects())]
    # the names stand in the right half; the rule lies 36.5 mm below the upper edge
    names = [box for box in boxes if box[0] > 340 and box[3] > 842 - 120]
    assert names
    assert min(box[1] for box in names) > 842 - 36.5 * 72 / 25.4
