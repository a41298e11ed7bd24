"""Page labels of a paper with several letters: the pages of each letter begin at 1.

ISO 32000-1, 12.4.2: a number tree of the pages, from 0, at which the counting begins anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf


def label_pages(opened: Pdf, first_pages: Sequence[int]) -> None:
    """Label the pages from 1 at each of these first pages; a single letter needs no labels."""
    if len(first_pages) > 1:
        numbers = [part for page in first_pages for part in (page, Dictionary(S=Name.D))]
        opened.Root.PageLabels = Dictionary(Nums=Array(numbers))


def first_pages_of(pdf: bytes) -> tuple[int, ...]:
    """Return the first page of each labelled letter of a paper; pages begin at 0."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        labels = opened.Root.get("/PageLabels")
        return (0,) if labels is None else tuple(int(page) for page in list(labels.Nums)[::2])
