"""A correction (اصلاحیه) of signed minutes: a new version that begins as a copy and tells what it changes.

The signed version stays in force until the correction is final; then it is «amended» and the correction is signed in
its turn. Numbers of resolutions stay; what the correction leaves out is rejected, what it adds takes the next number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.amendment_lines import Amends
from desktop_app.domain.amendments import differences
from desktop_app.domain.clock import Clock
from desktop_app.domain.documents import MinutesDocument
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.minutes import MINUTES, MinutesActKind, MinutesState, MinutesVersion, require_can_amend
from desktop_app.domain.snapshots import minutes_from_json, paper_code
from desktop_app.services.drafts import record_act
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed, OpenWork, Work
from desktop_app.services.reading import newest_version
from desktop_app.services.reasons import words_of
from desktop_app.services.versions import amendment_number, base_of, next_version, reason_of

_CHANGED = Changed.MINUTES | Changed.MEETINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending(Outcome):
    """A correction was begun; ``id`` is its draft, ``version`` and ``number`` what it is called."""

    version: int = 0
    number: int = 0


def amend(open_work: OpenWork, clock: Clock, version_id: int, reason: str) -> Amending:
    """Begin the correction of signed minutes: a draft with everything that was written and marked.

    Raises ``RuleBroken``: ``amend_not_signed``, ``amend_begun_already``, ``reason_missing``.
    """
    why = words_of(reason)
    with open_work() as work:
        version = work.versions.get(version_id)
        require_can_amend(version, newest=_newest(work, version))
        MINUTES.require(version.state, MinutesState.AMENDED, why)
        copy = next_version(work, version)
        record_act(work, clock, copy.id, MinutesActKind.OPENED, why)
        number = amendment_number(work, copy)
        work.audit("amending", "minutes_version", version_id, by=copy.id, number=number, reason=why)
        work.commit()
    return Amending(changed=_CHANGED, id=copy.id, version=copy.version, number=number)


def can_amend(work: Work, version: MinutesVersion) -> bool:
    """Whether a correction of the version may be begun."""
    try:
        require_can_amend(version, newest=_newest(work, version))
    except RuleBroken:
        return False
    return True


def _newest(work: Work, version: MinutesVersion) -> int:
    newest = newest_version(work, version.meeting_id)
    return newest.version if newest is not None else version.version


# ---- its document


def with_changes(work: Work, version: MinutesVersion, document: MinutesDocument) -> MinutesDocument:
    """The document of a correction with what it changes, from the two frozen texts; any other as it is.

    The follow-up report stays that of the signed version: it tells of the day of the meeting.
    """
    base = base_of(work, version)
    if base is None:
        return document
    before = minutes_from_json(base.snapshot)
    kept = replace(document, follow_up=before.follow_up)
    amends = Amends(
        number=amendment_number(work, version),
        version=base.version,
        code="" if work.settings().sample else paper_code(base.content_hash),
        reason=reason_of(work, version, base),
        changes=differences(before, kept),
    )
    return replace(kept, amends=amends)


def numbers_so_far(work: Work, version: MinutesVersion) -> Mapping[int, str]:
    """Numbers that the resolutions of a correction bear already, by resolution id; a first draft bears none."""
    if base_of(work, version) is None:
        return {}
    return {one.id: one.number for one in work.resolutions.where(meeting_id=version.meeting_id) if one.number}
