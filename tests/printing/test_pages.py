"""Pages as pixels: exact size, opaque, one thread at a time, two pages of memory, closed when told."""

from __future__ import annotations

import threading
import time
import tracemalloc
import weakref
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2.raw as pdfium
import pytest
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing import pages
from desktop_app.printing.pages import MOST_PIXELS, MOST_SIDE, PageReader, limited_size
from desktop_app.system.paths import resource

A4 = (595.28, 841.89)


def _sample(count: int = 3) -> bytes:
    """Pages with one black rectangle each: 100 × 50 points whose upper left corner is at (72, 144) from above."""
    registerFont(TTFont("Sample", str(resource("fonts", "Vazirmatn-Regular.ttf"))))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, initialFontName="Sample", invariant=1)
    for number in range(count):
        canvas.rect(72, A4[1] - 144 - 50, 100, 50, stroke=0, fill=1)
        canvas.setFont("Sample", 12)
        canvas.drawString(72, 600, f"page number {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def reader() -> Iterator[PageReader]:
    opened = PageReader()
    yield opened
    opened.close()


def test_count_sizes_and_text(reader: PageReader) -> None:
    pages = reader.open(_sample())
    assert pages.count == 3
    assert [(round(size.width, 2), round(size.height, 2)) for size in pages.sizes] == [A4] * 3
    assert "page number 2" in pages.text(1)


@pytest.mark.parametrize("width", [1, 210, 595, 596, 1000, 1241, 1654])
def test_the_width_is_exact_and_every_pixel_is_opaque(reader: PageReader, width: int) -> None:
    drawn = reader.open(_sample(1)).pixels(0, width)
    assert drawn.width == width
    assert drawn.height == max(1, round(width * A4[1] / A4[0]))
    assert len(drawn.bgra) == drawn.width * drawn.height * 4
    assert set(drawn.bgra[3::4]) == {255}


def test_ink_lies_where_the_page_has_it(reader: PageReader) -> None:
    drawn = reader.open(_sample(1)).pixels(0, 1191)  # 2.0007 pixels a point
    scale = drawn.width / A4[0]

    def blue(x: float, y: float) -> int:
        return drawn.bgra[(int(y * scale) * drawn.width + int(x * scale)) * 4]

    assert blue(73, 145) == blue(171, 193) == 0
    assert blue(70, 145) == blue(73, 142) == blue(174, 193) == blue(171, 196) == 255


def test_equal_pages_give_equal_pixels(reader: PageReader) -> None:
    pages = reader.open(_sample(1))
    assert pages.pixels(0, 400) == pages.pixels(0, 400)


def test_a_width_of_nothing_is_a_bug_of_the_caller(reader: PageReader) -> None:
    with pytest.raises(ValueError, match="0 pixels"):
        reader.open(_sample(1)).pixels(0, 0)


@pytest.mark.parametrize("junk", [b"", b"no pdf at all", b"%PDF-1.7\n", _sample(1)[:300]])
def test_junk_is_refused_by_key(reader: PageReader, junk: bytes) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        reader.open(junk)
    assert caught.value.key == "pdf_unreadable"


def test_closing_is_final_and_may_be_repeated(reader: PageReader) -> None:
    pages = reader.open(_sample(1))
    states = [pages.closed]
    with pages:
        states.append(pages.closed)
    states.append(pages.closed)
    pages.close()
    states.append(pages.closed)
    assert states == [False, False, True, True]
    assert pages.count == 1
    with pytest.raises(ValueError, match="closed"):
        pages.pixels(0, 100)
    with pytest.raises(ValueError, match="closed"):
        pages.text(0)


def test_the_reader_closes_what_is_still_open() -> None:
    reader = PageReader()
    opened = [reader.open(_sample(1)) for _ in range(3)]
    opened[0].close()
    reader.close()
    assert all(pages.closed for pages in opened)


def test_closed_documents_are_forgotten(reader: PageReader) -> None:
    closed = []
    for _ in range(20):
        with reader.open(_sample(1)) as pages:
            closed.append(weakref.ref(pages))
    del pages
    assert reader.open(_sample(1)).count == 1
    assert [one for one in closed if one() is not None] == []


def test_a_page_in_drawing_takes_the_memory_of_two_pages_at_most(reader: PageReader) -> None:
    pages = reader.open(_sample(3))
    one = 1654 * round(1654 * A4[1] / A4[0]) * 4
    tracemalloc.start()
    try:
        for index in range(3):
            pages.pixels(index, 1654)
        kept, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert one * 1.9 < peak < one * 2.05
    assert kept < one / 10


def test_pdfium_is_never_called_by_two_threads_at_once(reader: PageReader, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, alone = threading.Lock(), list[bool]()
    drawn = pdfium.FPDF_RenderPageBitmap

    def watched(*given: object) -> None:
        alone.append(inside.acquire(blocking=False))
        time.sleep(0.02)
        drawn(*given)
        if alone[-1]:
            inside.release()

    monkeypatch.setattr(pdfium, "FPDF_RenderPageBitmap", watched)
    documents = [reader.open(_sample(2)) for _ in range(2)]
    expected = documents[0].pixels(0, 300)
    answers: list[object] = []
    threads = [threading.Thread(target=lambda d=d: answers.append(d.pixels(0, 300))) for d in documents * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 6
    assert alone == [True] * 7


def test_a_path_with_a_persian_name_is_no_matter(reader: PageReader, tmp_path: Path) -> None:
    path = tmp_path / "صورت‌جلسهٔ ۳.pdf"
    path.write_bytes(_sample(1))
    assert reader.open(path.read_bytes()).count == 1


def _blank(**box: list[int]) -> bytes:
    """One page with these boxes."""
    with pikepdf.new() as made:
        page = pikepdf.Dictionary({"/Type": pikepdf.Name.Page, **{f"/{name}": sides for name, sides in box.items()}})
        made.pages.append(pikepdf.Page(made.make_indirect(page)))
        out = BytesIO()
        made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("box", [(2, 14_400), (14_400, 2), (14_400, 14_400), (1, 100_000_000)])
def test_a_sheet_of_no_usual_size_has_no_more_pixels_than_can_be_held(
    reader: PageReader, box: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    # lower than the usual one, which takes 200 MB
    monkeypatch.setattr(pages, "MOST_PIXELS", MOST_PIXELS // 20)
    drawn = reader.open(_blank(MediaBox=[0, 0, *box])).pixels(0, 8_000)
    assert drawn.width * drawn.height <= MOST_PIXELS // 20
    assert max(drawn.width, drawn.height) <= MOST_SIDE
    assert len(drawn.bgra) == drawn.width * drawn.height * 4


def test_the_papers_of_an_office_are_drawn_as_finely_as_printers_print() -> None:
    for millimetres in ((210, 297), (250, 353)):
        width, height = (round(side / 25.4 * 600) for side in millimetres)
        assert limited_size(width, height / width) == (width, height)


def test_a_page_of_no_size_is_refused_by_key(reader: PageReader) -> None:
    pages = reader.open(_blank(MediaBox=[0, 0, 100, 100], CropBox=[500, 0, 600, 100]))
    for ask in (pages.require, lambda page: pages.pixels(page, 100)):
        with pytest.raises(EnvironmentProblem) as caught:
            ask(0)
        assert caught.value.key == "pdf_unreadable"
