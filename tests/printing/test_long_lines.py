"""Fields of one line at their longest: they wrap or are set smaller, and nothing leaves the sheet."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pypdfium2
import pytest

from desktop_app.domain.documents.documents import Imprint, MinutesDocument
from desktop_app.domain.documents.paper_capabilities import SHORT
from desktop_app.domain.rules.typed_text import LINE_LIMIT
from desktop_app.printing.papers import minutes_pdf
from tests.printing import minutes_reader as reader
from tests.printing.sample_documents import RICH

LINES = frozenset({"name", "short_name", "post", "place", "chair", "secretary", "committee", "title", "presenter"}) | {
    "executor",
    "owner",
    "axis",
    "kept_at",
    "substitute",
    "letter_number",
}


def stretched(value: Any, fill: str, name: str = "") -> Any:
    if isinstance(value, str):
        if name in {"parties", "invocation"}:
            return fill[:SHORT]
        return fill if name in LINES and value else value
    if isinstance(value, tuple):
        return tuple(stretched(one, fill, name) for one in value)
    if not is_dataclass(value):
        return value
    return replace(
        value,  # type: ignore[type-var]
        **{
            part.name: stretched(getattr(value, part.name), fill, part.name)
            for part in fields(value)
            if part.name not in {"typography", "fonts"}
        },
    )


def outside(pdf: bytes) -> list[tuple[int, tuple[float, float, float, float]]]:
    """Drawn text that leaves its page, by page."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            width, height = page.get_size()
            for one in page.get_objects(max_depth=8):
                left, bottom, right, top = one.get_bounds()
                if left < -1 or bottom < -1 or right > width + 1 or top > height + 1:
                    found.append((number, (left, bottom, right, top)))
    return found


@pytest.mark.parametrize("word", ["کمیتهٔ راهبری ", "کمیتهٔراهبری", "Secretariat "])
def test_nothing_of_a_long_line_leaves_the_sheet(word: str) -> None:
    fill = (word * LINE_LIMIT)[:LINE_LIMIT].strip()
    document: MinutesDocument = stretched(RICH, fill)
    assert outside(minutes_pdf.render(document, Imprint(), reader.render_context())) == []
