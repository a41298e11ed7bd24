"""Act «یکدست‌سازی ارقام»: the free texts of a draft of minutes get Persian digits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.text.free_texts import with_uniform_digits
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.minutes.drafts import record_correction
from desktop_app.services.minutes.versions import is_correcting
from desktop_app.services.reading import agenda_of, editable_version

_CHANGED = Changed.MINUTES | Changed.MEETINGS | Changed.RESOLUTIONS


def make_digits_uniform(context: Context, version_id: int) -> Outcome:
    """Change the digits of clauses, contributions, closing part, titles and place, outside Latin runs.

    Agenda and place of a meeting whose minutes are being corrected stay. Raises ``RuleBroken`` for a frozen version.
    """
    with context.write() as work:
        version = editable_version(work, version_id)
        of_version = {"minutes_version_id": version_id}
        correcting = is_correcting(work, version)
        meetings = () if correcting else (work.meetings.get(version.meeting_id),)
        agenda = () if correcting else agenda_of(work, version.meeting_id)
        parts: tuple[tuple[str, Any, Sequence[Any]], ...] = (
            ("meeting", work.meetings, meetings),
            ("agenda_item", work.agenda, agenda),
            ("clause", work.clauses, work.clauses.where(**of_version)),
            ("deliberation", work.deliberations, work.deliberations.where(**of_version)),
            ("minutes_version", work.versions, (version,)),
        )
        for subject, store, records in parts:
            for record in records:
                uniform = with_uniform_digits(record)
                if uniform != record:
                    store.update(uniform)
                    record_correction(work, context.clock, version, subject, record.id, **changes(record, uniform))
        return work.record(Outcome(changed=_CHANGED, id=version_id))
