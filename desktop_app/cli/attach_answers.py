"""Handler of the command `attach`: a file of the machine onto one record; takes the lock of the folder."""

from __future__ import annotations

import argparse

from desktop_app.cli.answers import work_in
from desktop_app.cli.streams import say, tell
from desktop_app.words import commands as words


def attach(asked: argparse.Namespace) -> int:
    """Keep the file and attach it; nothing is written where the check finds something or the clock stands wrong."""
    from desktop_app.domain.read_models.history import RecordKey
    from desktop_app.printing.words.field_words import named_with_class
    from desktop_app.services.documents.record_targets import record_of_target
    from desktop_app.services.files.owners import NewFile, file_of
    from desktop_app.services.files.owners import attach as attach_files
    from desktop_app.services.history.history import record_named
    from desktop_app.wiring import doubt_of
    from desktop_app.words.attached_files import UNNAMED, doubtful

    with work_in(asked) as office:
        record = record_of_target(office.context, asked.to)
        office.files.tidy()
        new = NewFile(office.files.take(asked.file), asked.file.name)
        made = attach_files(office.context.of_act(), record, (new,), unnamed=UNNAMED)
        name = file_of(office.context, made.id).link.name
        owner = record_named(office.context, RecordKey(record.kind.value, record.id))
        say(words.attached(name, named_with_class(owner), new.file.sha256))
        doubt = doubt_of(office, new.file, new.name)
        if doubt is not None:
            tell(doubtful(name, doubt.value))
    return 0
