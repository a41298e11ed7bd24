"""Arranging of a reading: pages moved, turned, left out and taken in again, and the pages of more files behind them.

Pages are named by their places in the reading, from 0; nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.domain.read_models.scans import CodedPaper, ReadPage, ScanReading

QUARTERS = 4


def moved(reading: ScanReading, place: int, step: int) -> ScanReading:
    """The page some places further; the ends hold it."""
    pages = list(reading.pages)
    target = max(0, min(len(pages) - 1, place + step))
    pages.insert(target, pages.pop(place))
    return replace(reading, pages=tuple(pages))


def turned(reading: ScanReading, place: int, step: int) -> ScanReading:
    """The page turned by quarters, clockwise for a positive step."""
    return _with_pages(reading, [place], lambda page: replace(page, turn=(page.turn + step) % QUARTERS))


def toggled(reading: ScanReading, place: int) -> ScanReading:
    """The page left out, or taken in again."""
    return _with_pages(reading, [place], lambda page: replace(page, left_out=not page.left_out))


def without(reading: ScanReading, places: Sequence[int]) -> ScanReading:
    """These pages left out."""
    return _with_pages(reading, places, lambda page: replace(page, left_out=True))


def joined(reading: ScanReading, more: ScanReading) -> ScanReading:
    """The pages of more files behind those that are there, each still of its own file."""
    first = len(reading.files)
    pages = tuple(replace(page, source=page.source + first) for page in more.pages)
    return replace(
        reading,
        files=(*reading.files, *more.files),
        pages=(*reading.pages, *pages),
        target=reading.target or more.target,
        papers=_once((*reading.papers, *more.papers)),
    )


def _with_pages(reading: ScanReading, places: Sequence[int], change: Callable[[ReadPage], ReadPage]) -> ScanReading:
    pages = [change(page) if place in places else page for place, page in enumerate(reading.pages)]
    return replace(reading, pages=tuple(pages))


def _once(papers: Sequence[CodedPaper]) -> tuple[CodedPaper, ...]:
    return tuple({paper.code: paper for paper in papers}.values())
