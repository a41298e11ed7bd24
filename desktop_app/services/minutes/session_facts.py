"""Facts of the session in a correction: changed in its draft, taken over by the meeting when it is final."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.rules.session_facts import as_told, require_kept, require_session_only, session_of
from desktop_app.services.audit_diff import changes
from desktop_app.services.minutes.drafts import record_correction
from desktop_app.services.minutes.versions import meeting_of
from desktop_app.storage.store.work import Work


def save_session(work: Work, clock: Clock, version: MinutesVersion, edited: Meeting) -> None:
    """Take the facts of the session into the draft of a correction; nothing else of the meeting may differ.

    Raises ``RuleBroken``: ``fact_not_corrected``, ``fact_emptied``.
    """
    stored = meeting_of(work, version)
    require_session_only(stored, edited)
    require_kept(stored, edited)
    if edited != stored:
        work.versions.update(replace(version, session=session_of(edited)))
        record_correction(work, clock, version, "meeting", edited.id, **changes(stored, edited))


def take_the_facts(work: Work, version: MinutesVersion) -> None:
    """The meeting is from now on as a final correction tells of it: in lists, reports and the search, too."""
    stored = work.meetings.get(version.meeting_id)
    told = as_told(stored, version.session)
    if told != stored:
        work.meetings.update(told)
        work.audit("changed", "meeting", stored.id, by=version.id, **changes(stored, told))
