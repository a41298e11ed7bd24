"""Annexes of a paper: the attached files that its list names; their pages follow the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexLine:
    """One file: its number in the list of attachments, its name, the SHA-256 and media type of its bytes.

    ``item`` is the place of the agenda item that it belongs to, 0 where it belongs to the paper as a whole.
    ``own_class`` is the class that it was given, where that is more than the usual one.
    """

    number: int
    name: str
    sha256: str
    type: str
    item: int = 0
    own_class: str = ""


def attachment_list(attachments: Sequence[str], annexes: Sequence[AnnexLine]) -> tuple[str, ...]:
    """Return the list of attachments: the typed lines, then the files, numbered on from those lines."""
    return (*attachments, *(annex.name for annex in annexes))
