"""Frozen minutes, checked on each read: the snapshot against its hash and its finalising entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.frozen_words import matches_snapshot
from desktop_app.domain.documents.snapshots import content_hash, minutes_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import highest
from desktop_app.domain.rules.minutes import Clause, MinutesVersion, was_taken_over
from desktop_app.domain.rules.resolutions import Resolution
from desktop_app.storage.store.work import Work

NO_DOCUMENT: Final = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What reading a snapshot raises where it is the text of no such document."""


def frozen_minutes(work: Work, version: MinutesVersion) -> MinutesDocument:
    """Return the frozen document of a version; raises ``RuleBroken`` for an altered one.

    Raises ``RuleBroken``: ``minutes_taken_over`` where there never was one, and ``minutes_falsified`` where its text is
    not the one of its code.
    """
    if was_taken_over(version):
        raise RuleBroken("minutes_taken_over")
    return _documents(work, [version])[version.id]


def is_genuine(work: Work, version: MinutesVersion) -> bool:
    """Whether the frozen text of a version matches its code."""
    try:
        frozen_minutes(work, version)
    except RuleBroken:
        return False
    return True


def require_frozen_words(work: Work, drawn: Iterable[tuple[Resolution, Clause]]) -> None:
    """Check the words and class of resolutions on a paper against their frozen minutes.

    Raises ``minutes_falsified`` as :func:`frozen_minutes`. Drafts and minutes that were taken over have no frozen text.
    """
    words: dict[int, dict[str, Clause]] = {}
    for resolution, clause in drawn:
        words.setdefault(clause.minutes_version_id, {})[resolution.number or ""] = clause
    versions = [version for version in map(work.versions.get, words) if version.content_hash]
    for version_id, document in _documents(work, versions).items():
        version = work.versions.get(version_id)
        if not matches_snapshot(document, version, words[version_id]) or _is_lowered(work, document, version):
            raise _falsified(work, version)


def _documents(work: Work, versions: Iterable[MinutesVersion]) -> dict[int, MinutesDocument]:
    by_id = {version.id: version for version in versions}
    recorded = work.frozen_hashes(by_id) if by_id else {}
    found = {}
    for version in by_id.values():
        try:
            if not recorded.get(version.id) == version.content_hash == content_hash(version.snapshot):
                raise _falsified(work, version)
            found[version.id] = minutes_from_json(version.snapshot)
        except NO_DOCUMENT as error:
            raise _falsified(work, version) from error
    return found


def _is_lowered(work: Work, document: MinutesDocument, version: MinutesVersion) -> bool:
    """Whether a version's class is lower than that of its frozen text, parts considered."""
    frozen = document.letterhead.classification
    if version.classification == frozen:
        return False
    parts = [one.own_class for one in document.follow_up] + [one.own_class for one in document.annexes]
    parts += [one.classification or "" for one in work.clauses.where(minutes_version_id=version.id)]
    return highest([version.classification, *parts]) != frozen


def _falsified(work: Work, version: MinutesVersion) -> RuleBroken:
    number = work.meetings.get(version.meeting_id).number or 0
    return RuleBroken("minutes_falsified", number=number, version=version.version)
