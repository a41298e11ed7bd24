"""Pages of a scan as they are read in the child process: mark, turn, blank or not, and a small picture."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from PIL import Image

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing.scans.scan_blanks import is_blank
from desktop_app.printing.scans.scan_faults import told_of
from desktop_app.printing.scans.scan_files import SeenPage, opened
from desktop_app.printing.scans.scan_marks import find_mark

_PICTURE: Final = 640
"""Pixels of the long side of the small picture of a page."""


def read_pages(file: ChosenFile, most: int) -> Iterator[tuple[ReadPage, int]]:
    """Each page with the number of all; raises ``scan_too_many_pages`` for more than ``most``, and as opening does."""
    with opened(file) as scan:
        if scan.count > most:
            raise RuleBroken("scan_too_many_pages", name=file.name, most=most)
        for index in range(scan.count):
            seen = scan.page(index)
            with told_of(file.name):
                page = _read(seen, index)
            del seen
            yield page, scan.count


def _read(seen: SeenPage, index: int) -> ReadPage:
    found = find_mark(seen.image)
    mark = found.mark if found is not None else None
    return ReadPage(
        source=0,
        page=index,
        width=seen.width,
        height=seen.height,
        dpi=seen.dpi,
        turn=found.turn if found is not None else seen.turn,
        blank=mark is None and is_blank(seen.image, seen.image_dpi),
        mark=mark,
        picture=_small(seen.image),
    )


def _small(image: Image.Image) -> bytes:
    share = _PICTURE / max(image.size)
    small = image.resize(
        (max(1, round(image.width * share)), max(1, round(image.height * share))), Image.Resampling.BOX
    )
    out = io.BytesIO()
    small.save(out, "PNG", compress_level=3)
    return out.getvalue()
