"""Handler of ``report desk``: what is late, due or waiting today, as lines or JSON."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.cli.answers import view
from desktop_app.cli.streams import print_data, print_line
from desktop_app.domain.calendar.clock import iso, local_moment
from desktop_app.words import desk as words

if TYPE_CHECKING:
    from desktop_app.domain.read_models.desk import DeskLine
    from desktop_app.wiring import Office


def desk(arguments: argparse.Namespace) -> int:
    """Print the desk of today; an empty one is no error."""
    from desktop_app.domain.read_models.desk import DeskGroup
    from desktop_app.services.follow_up.desk import desk as read_desk

    with view(arguments) as office:
        shown = read_desk(office.context, _newest_backup(office))
    if arguments.json:
        print_data(json.dumps([_plain(line) for line in shown.lines], ensure_ascii=False, indent=1))
        return 0
    for group in DeskGroup:
        lines = shown.of(group)
        if lines:
            print_line(words.heading(group, shown.count(group)))
        for line in lines:
            print_line(words.spoken(line))
    if not shown.lines:
        print_line(words.NOTHING)
    return 0


def _newest_backup(office: Office) -> date | None:
    """Return the day of the newest sound backup in the data folder, or None."""
    from desktop_app.storage.backup.office_backups import OfficeBackups

    backups = OfficeBackups(office.folder, office.clock)
    newest = backups.state(backups.own).newest
    return local_moment(newest.made_at)[0] if newest is not None else None


def _plain(line: DeskLine) -> dict[str, object]:
    record = line.record
    return {
        "kind": line.kind.value,
        "record": f"{record.kind}:{record.id}" if record is not None else None,
        "number": line.number,
        "text": line.text,
        "meeting": line.meeting_number,
        "executor": line.executor,
        "day": iso(line.day) or None,
        "days": line.days,
        "done": line.done,
        "of": line.of,
        "classification": line.guarded or None,
        "more": line.more,
    }
