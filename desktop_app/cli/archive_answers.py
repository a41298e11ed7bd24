"""Handler of the command `archive`: the whole office as a folder that is read without the program."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from desktop_app.cli.answers import folder_of, view
from desktop_app.cli.streams import progress, say, tell
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.system import paths
from desktop_app.words import archive_export as words


def archive(asked: argparse.Namespace) -> int:
    """Export everything; a window may be at work meanwhile. Ends with 1 where a file is missing, too."""
    from desktop_app.storage.archive_export.exporting import ExportOrder, export_archive
    from desktop_app.storage.backup.database_copy import own_copy
    from desktop_app.wiring import SystemClock, export_words, kept_drawing

    data = folder_of(asked)
    with view(asked):
        """Whether there is an office of ours, and a clock that stands wrong told."""
    target = asked.output.absolute()
    copy = own_copy(data / paths.DATABASE)
    clock = SystemClock()
    order = ExportOrder(data, target, copy, export_words(), clock.instant(), kept_drawing(data, clock))
    made = export_archive(order, progress())
    say(words.exported(str(made.folder), asdict(made), words.class_word(made.classification)))
    for one in made.wrong:
        tell(words.wrong_file(one.named, one.fault.value))
    if made.wrong:
        raise EnvironmentProblem("archive_incomplete", folder=str(made.folder), count=len(made.wrong))
    return 0
