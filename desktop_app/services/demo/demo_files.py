"""Files of the demo data: a few attachments of its last meetings and of a task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from desktop_app.domain.rules.files import FileOwner, RecordRef, StoredFile
from desktop_app.services.context import Context
from desktop_app.services.files.owners import NewFile, attach
from desktop_app.services.reading import agenda_of

Json = Any
Keep = Callable[[str], StoredFile]
"""Keeps the bytes of a file of the demo by its name among them."""


def attach_files(context: Context, story: Sequence[Json], keep: Keep) -> None:
    """Attach each where the demo says it belongs: ``meeting`` counts from the last one back, ``item`` from 1."""
    for one in story:
        new = NewFile(keep(one["file"]), one["name"])
        attach(context, _record(context, one), (new,), unnamed=one["name"])


def _record(context: Context, story: Json) -> RecordRef:
    if "task" in story:
        return RecordRef(FileOwner.TASK, story["task"])
    with context.read() as work:
        meetings = sorted((one.number, one.id) for one in work.meetings.where() if one.number is not None)
        meeting_id = meetings[story["meeting"]][1]
        if "item" not in story:
            return RecordRef(FileOwner.MEETING, meeting_id)
        return RecordRef(FileOwner.AGENDA_ITEM, agenda_of(work, meeting_id)[story["item"] - 1].id)
