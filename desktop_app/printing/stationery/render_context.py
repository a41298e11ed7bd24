"""Render context: with what a paper is drawn, and who is told how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.printing.typesetting.fonts import FontSet

ReadFile = Callable[[str], bytes]


def _no_file(sha256: str) -> bytes:
    raise EnvironmentProblem("file_lost", sha256=sha256, name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderContext:
    """Fonts, the archive form of the file, and whom to tell.

    ``told(done, total)`` is called between the parts of a long paper. What it raises ends the making before anything
    is written.
    """

    fonts: FontSet
    profile: Profile = Profile.A_3B
    told: Progress = no_progress
    file_of: ReadFile = _no_file
    """The verified bytes of an annex by their SHA-256."""
    frozen: object | None = None
    """The document as it was frozen, where the one that is drawn shows numbers of records in other digits."""
