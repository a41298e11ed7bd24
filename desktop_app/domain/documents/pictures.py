"""Pictures that the office gave once and that old papers refer to for ever, such as the logo of the letterhead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG as it is printed; found again by the SHA-256 of its bytes. Never changed or removed."""

    id: int = 0
    sha256: str
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    content: bytes
