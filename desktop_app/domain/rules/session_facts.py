"""The facts of a session that belong to a version of the minutes: a correction may put them right, a frozen one not."""

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
    """The facts as the meeting has them now."""
    return SessionFacts(**{name: getattr(meeting, name) for name in SESSION_FIELDS})


def as_told(meeting: Meeting, facts: SessionFacts) -> Meeting:
    """The meeting as a version tells of it."""
    return replace(meeting, **asdict(facts))


def require_session_only(before: Meeting, after: Meeting) -> None:
    """Raise ``RuleBroken("fact_not_corrected")`` beside the first fact that a correction does not change."""
    for part in fields(Meeting):
        if part.name not in SESSION_FIELDS and getattr(before, part.name) != getattr(after, part.name):
            raise RuleBroken("fact_not_corrected", field=part.name)


def require_kept(before: Meeting, after: Meeting) -> None:
    """Raise ``RuleBroken("fact_emptied")`` beside a fact of the signed minutes that is empty now."""
    for name in _NEVER_EMPTY:
        if getattr(before, name) and not getattr(after, name):
            raise RuleBroken("fact_emptied", field=name)
