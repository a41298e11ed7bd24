"""Readings of scans as they come out of the scanner, for what shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop_app.domain.read_models.scans import (
    ChosenFile,
    CodedPaper,
    PaperOf,
    ReadPage,
    RecognisedBy,
    ScanReading,
)
from desktop_app.domain.rules.minutes import MinutesState

CODE = "KQ3WBOL5ZI27AMXE"
PAPER = CodedPaper(
    code=CODE,
    kind=PaperOf.MINUTES,
    meeting_id=5,
    meeting_number=5,
    version_id=1,
    version=1,
    state=MinutesState.FINAL,
    newest=1,
    pages=3,
    originals=2,
)
OTHER = replace(PAPER, code="T4HSLZC2YV6DNPRU", meeting_id=4, meeting_number=4, version_id=9)
BLANK: dict[str, Any] = {"blank": True, "code": "", "number": 0, "recognised": None}
UNKNOWN: dict[str, Any] = {"code": "", "number": 0, "recognised": None}


def page(place: int, picture: bytes = b"", **changed: Any) -> ReadPage:
    """A page of the paper whose mark was read."""
    read = ReadPage(
        source=0,
        page=place,
        width=2480,
        height=3508,
        code=CODE,
        number=place + 1,
        recognised=RecognisedBy.MARK,
        picture=picture,
    )
    return replace(read, **changed)


def reading(*pages: ReadPage, name: str = "scan.pdf") -> ScanReading:
    """A scan of one file."""
    return ScanReading(files=(ChosenFile(name),), pages=pages, target=PAPER)
