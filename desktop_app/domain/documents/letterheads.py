"""The letterhead of the office as it is edited."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.pictures import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterheadValues:
    """One line a party or body, the words on top, and the picture or none."""

    lines: tuple[str, ...] = ()
    invocation: str = ""
    logo: Picture | None = None
