"""Facts of a session (times, place, chair, secretary) in a version of the minutes; a correction may change them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFacts:
    """When and where the session was and who led it; times are ``HH:MM``.

    Empty names are those who sat on the seats of chair and secretary, as with the meeting itself.
    """

    began_at: str = ""
    ended_at: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""


SESSION_FIELDS: Final = tuple(part.name for part in fields(SessionFacts))
"""The fields of a meeting that a correction may change; they are called the same in both."""
_NEVER_EMPTY: Final = ("began_at", "ended_at", "place")
"""What was said once is corrected and not taken away; an empty name is that of the seat."""


def session_of(meeting: Meeting) -> SessionFacts:
    """The session facts of the meeting."""
    return SessionFacts(**{name: getattr(meeting, name) for name in SESSION_FIELDS})


def with_session_facts(meeting: Meeting, facts: SessionFacts) -> Meeting:
    """Return the meeting with the session facts of a version."""
    return replace(meeting, **asdict(facts))


def require_session_only(before: Meeting, after: Meeting) -> None:
    """Raise ``RuleBroken("fact_not_corrected")`` for the first fact that a correction must not change."""
    for part in fields(Meeting):
        if part.name not in SESSION_FIELDS and getattr(before, part.name) != getattr(after, part.name):
            raise RuleBroken("fact_not_corrected", field=part.name)


def require_kept(before: Meeting, after: Meeting) -> None:
    """Raise ``RuleBroken("fact_emptied")`` for a fact of the signed minutes that is now empty."""
    for name in _NEVER_EMPTY:
        if getattr(before, name) and not getattr(after, name):
            raise RuleBroken("fact_emptied", field=name)
