"""Workstation settings: what does not travel with the data, such as how the window looks and where papers are saved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """The colour theme of the window; ``SYSTEM`` follows the system theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workstation:
    """Settings of this machine."""

    theme: Theme = Theme.SYSTEM
    large: bool = False
    """All writing a quarter larger."""
    dense: bool = False
    """Rows of lists on one line."""
    papers: str = ""
    """Folder that is offered when a paper is saved; empty for the machine's own documents."""
