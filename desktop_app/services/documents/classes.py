"""Class of what a paper draws: the highest of the minutes and of the clauses whose words it bears."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.documents.documents import Letterhead
from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.domain.rules.minutes import Clause
from desktop_app.services.ports import Work


def classes_of(work: Work, clauses: Sequence[Clause]) -> Mapping[int, Classification]:
    """The class of each clause by its id: its own, or that of its minutes where this is the higher one."""
    versions = work.versions.where(id=sorted({one.minutes_version_id for one in clauses}))
    of_minutes = {one.id: one.classification for one in versions}
    return {one.id: highest([of_minutes[one.minutes_version_id], one.classification or ""]) for one in clauses}


def class_of(work: Work, clauses: Iterable[Clause]) -> Classification:
    """The highest class of all of them."""
    return highest(classes_of(work, tuple(clauses)).values())


def raised(head: Letterhead, *classes: str) -> Letterhead:
    """The letterhead with the highest of its own class and of these."""
    return replace(head, classification=highest([head.classification, *classes]).value)
