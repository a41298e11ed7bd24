"""Class of a paper: the highest class of its minutes and clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.papers import Classification, highest
from desktop_app.domain.rules.minutes import Clause
from desktop_app.services.follow_up.resolutions_on_day import ResolutionOnDay
from desktop_app.services.versions.frozen_minutes import require_frozen_words
from desktop_app.storage.store.work import Work

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import Letterhead


def classes_of(work: Work, clauses: Sequence[Clause]) -> Mapping[int, Classification]:
    """Return the class of each clause by id: the higher of its own and its minutes' class."""
    # whoever knows which clause words a resolution has read its version to know it
    of_minutes = {key: work.versions.get(key).classification for key in {one.minutes_version_id for one in clauses}}
    return {one.id: highest([of_minutes[one.minutes_version_id], one.classification or ""]) for one in clauses}


def class_of_resolutions(work: Work, resolutions: Sequence[ResolutionOnDay]) -> Classification:
    """Check resolutions against their frozen minutes, and return the highest class of their words."""
    require_frozen_words(work, ((one.resolution, one.clause) for one in resolutions))
    return highest(classes_of(work, [one.clause for one in resolutions]).values())


def with_highest_class(head: Letterhead, *classes: str) -> Letterhead:
    """Return the letterhead with the highest of its own and these classes."""
    return replace(head, classification=highest([head.classification, *classes]).value)


# ---- inside
