"""The pages of the gallery, one module a group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class GalleryPage:
    """A named page: how it is built, how large it is, what is done before its picture, and what is taken."""

    name: str
    build: Callable[[], QWidget]
    size: tuple[int, int] = (1440, 900)
    prepare: Callable[[QWidget], None] | None = None
    subject: Callable[[QWidget], QWidget] | None = None
    text_scale: float = 1.0
    """1.25 for large writing."""
