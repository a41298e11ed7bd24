"""Acts of a test that prepare something, where the program has no act that does it alone."""

from __future__ import annotations

from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.services.context import Context
from desktop_app.services.office.settings import office_settings, save_edited
from desktop_app.services.versions.drafts import draft_of


def open_draft(context: Context, meeting_id: int) -> Outcome:
    """The editable version of a meeting's minutes; the first one is made if there is none yet."""
    with context.write() as work:
        version = draft_of(work, context.clock, work.meetings.get(meeting_id))
        return work.record(Outcome(changed=Changed.MINUTES | Changed.MEETINGS, id=version.id))


def save_settings(context: Context, settings: OfficeSettings) -> Outcome:
    """Take all of these settings."""
    return save_edited(context, settings, office_settings(context))
