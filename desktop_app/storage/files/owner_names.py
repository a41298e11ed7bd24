"""Names of the records that have files, as SQL: what a file that is wrong is told by, beside the id of its record."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.rules.files import FileOwner

NAME_OF: Final = {
    FileOwner.MEETING: "owner.number",
    FileOwner.AGENDA_ITEM: "owner.title",
    FileOwner.MINUTES: "(SELECT number FROM meeting WHERE id = owner.meeting_id)",
    FileOwner.RESOLUTION: "owner.number",
    FileOwner.TASK: (
        "trim((SELECT number FROM resolution WHERE id = owner.resolution_id) || ' – ' ||"
        " (SELECT name FROM unit WHERE id = owner.unit_id), ' –')"
    ),
    FileOwner.NOMINATION: "(SELECT name FROM person WHERE id = owner.person_id)",
    FileOwner.PERSON: "owner.name",
    FileOwner.SEAT: "owner.title",
    FileOwner.UNIT: "owner.name",
    FileOwner.INCOMING: "owner.subject",
    FileOwner.OUTGOING: "owner.subject",
}
"""By the kind of record: its number, title or name in a row ``owner`` of its table; null or empty for none."""


def on_record(name: str, kind: str, record: int, called: object) -> str:
    """What a file is called on a record; the words for it read it again."""
    told = " ".join(str(called or "").split())
    return f"{name} ({kind} {record}: {told})" if told else f"{name} ({kind} {record})"
