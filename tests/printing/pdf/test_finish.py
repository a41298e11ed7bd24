"""The last pass: title, language and dates of the record, no slide-show effects, equal bytes for equal input."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from desktop_app.printing.engine.layout.structure import DrawnPages
from desktop_app.printing.engine.pdf.finish import finish
from tests.printing import made_papers

pytestmark = pytest.mark.usefixtures("proved")

TITLE = "صورت‌جلسهٔ شمارهٔ ۳ کمیتهٔ مشترک"


def _pages() -> DrawnPages:
    return made_papers.paragraph_pages(["متن نخست", *["سطر"] * 60])


def test_the_canvas_writes_what_has_to_go() -> None:
    """Without this the next test could pass on pages that never had the defect."""
    with pikepdf.open(BytesIO(_pages().pdf)) as opened:
        assert str(opened.Root.PageMode) == "/UseNone"
        assert "/Lang" in opened.Root
        assert "/StructTreeRoot" not in opened.Root


def test_what_the_finished_file_says_of_itself() -> None:
    with pikepdf.open(BytesIO(finish(_pages(), title=TITLE, made_at="2023-01-30T08:15:00Z"))) as opened:
        assert not any("/Trans" in page.obj for page in opened.pages)
        assert str(opened.Root.Lang) == "fa-IR"
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        assert str(opened.docinfo["/Title"]) == TITLE
        assert str(opened.docinfo["/CreationDate"]) == str(opened.docinfo["/ModDate"]) == "D:20230130081500Z"
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == TITLE
            assert {metadata[f"xmp:{name}"] for name in ("CreateDate", "ModifyDate", "MetadataDate")} == {
                "2023-01-30T08:15:00Z"
            }


def test_equal_input_gives_equal_bytes_and_the_title_changes_them() -> None:
    first = finish(_pages(), title=TITLE)
    assert first == finish(_pages(), title=TITLE)
    assert first != finish(_pages(), title=TITLE + " ")


def test_pages_stay_as_they_were() -> None:
    source = _pages()
    with pikepdf.open(BytesIO(source.pdf)) as before, pikepdf.open(BytesIO(finish(source, title=TITLE))) as after:
        assert len(before.pages) == len(after.pages) > 1
        for old, new in zip(before.pages, after.pages, strict=True):
            assert pikepdf.unparse_content_stream(pikepdf.parse_content_stream(old)) == (
                pikepdf.unparse_content_stream(pikepdf.parse_content_stream(new))
            )


@pytest.mark.parametrize("wrong", ["", "1401/11/10", "2023-01-30", "2023-01-30T08:15:00"])
def test_a_day_in_another_form_is_a_bug_of_the_caller(wrong: str) -> None:
    with pytest.raises(ValueError, match="no UTC instant"):
        finish(_pages(), title=TITLE, made_at=wrong)
