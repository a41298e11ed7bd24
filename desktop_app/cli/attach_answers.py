"""Handler of the command `attach`: a file of the machine onto one record; takes the lock of the folder."""

from __future__ import annotations

import argparse
from contextlib import closing

from desktop_app.cli.answers import folder_of
from desktop_app.cli.streams import say, tell
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.text import commands as words


def attach(asked: argparse.Namespace) -> int:
    """Keep the file and attach it; nothing is written where the check finds something or the clock stands wrong."""
    from desktop_app.services.files.attaching import NewFile
    from desktop_app.services.files.attaching import attach as attach_files
    from desktop_app.services.files.files_sheet import file_of
    from desktop_app.services.files.record_named import record_named
    from desktop_app.services.office.clock_check import require_clock
    from desktop_app.text.papers.attached_files import UNNAMED
    from desktop_app.text.shared.refusals import sentence
    from desktop_app.wiring import SystemClock, open_office

    with closing(open_office(folder_of(asked), SystemClock())) as office:
        if office.folder.findings:
            raise EnvironmentProblem("check_found", count=len(office.folder.findings))
        try:
            require_clock(office.context)
        except RuleBroken as doubt:
            if not asked.clock_ok:
                raise
            tell(f"{sentence(doubt)} [{doubt.key}]")
        record = record_named(office.context, asked.to)
        office.files.tidy()
        new = NewFile(office.files.take(asked.file), asked.file.name)
        made = attach_files(office.context.of_act(), record, (new,), unnamed=UNNAMED)
        say(words.attached(file_of(office.context, made.id).link.name, new.file.sha256))
    return 0
