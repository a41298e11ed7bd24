"""Handlers of the commands `archive`, `verify-paper` and `attach`.

`archive` writes the office as a folder that is read without the program; `verify-paper` answers for a code, a number or
a file; `attach` adds a file to one record and takes the lock of the folder.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.cli.answers import folder_of, view, work_in
from desktop_app.cli.parser import expand_home
from desktop_app.cli.streams import print_data, print_error, print_line, progress
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.rules.verifying import is_code
from desktop_app.system import paths
from desktop_app.words import archive_export as words
from desktop_app.words import commands as commands_words

if TYPE_CHECKING:
    from desktop_app.domain.read_models.verified_paper import VerifiedPaper
    from desktop_app.wiring import Office


_ENDINGS: Final = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})
"""Endings of names of files, and of no number of a letter."""


def verify_paper(arguments: argparse.Namespace) -> int:
    """Print the whole result of a verification, also while a window is open.

    Returns 0 for a paper that holds and, where a file was given, whose bytes are those that are kept; raises
    ``RuleBroken("paper_not_reliable")`` for every other answer.
    """
    from desktop_app.domain.rules.verifying import is_reliable
    from desktop_app.printing.words.verified_words import result_texts

    with view(arguments) as office:
        paper = _verified(office, " ".join(arguments.paper))
    answer = result_texts(paper)
    if arguments.json:
        print_data(
            json.dumps({"headline": answer.headline, **asdict(paper)}, ensure_ascii=False, indent=1, default=str)
        )
    else:
        print_line(f"{answer.headline}.")
        for line in (*answer.facts, *answer.details):
            print_line(f"  {line}")
    if not is_reliable(paper.verdict, file=paper.file is not None):
        raise RuleBroken("paper_not_reliable", verdict=answer.headline)
    return 0


def _verified(office: Office, given: str) -> VerifiedPaper:
    """Verify a file of that name if there is one, else a number or code; raises ``RuleBroken``."""
    if not given.strip():
        raise RuleBroken("paper_code_missing")
    file = Path(given) if is_code(given) else expand_home(given)
    if paths.is_folder(file):
        raise RuleBroken("paper_is_folder", name=file.name or given)
    if not paths.exists(file):
        from desktop_app.services.verifying.verify_file import verify_number, verify_typed

        if is_code(given):
            return verify_typed(office.context, given)
        numbered = verify_number(office.context, given)
        if numbered is not None:
            return numbered
        if any(map(str.isdigit, given)) and file.suffix.lower() not in _ENDINGS:
            raise RuleBroken("paper_neither", given=given)
    from desktop_app.domain.read_models.scans import ChosenFile
    from desktop_app.printing.strangers.paper_reading import PaperFiles
    from desktop_app.services.verifying.verify_file import verify_files
    from desktop_app.storage.file.file_store import file_bytes

    return verify_files(office.context, PaperFiles(file_bytes), [ChosenFile(file.name, file)])


def attach(arguments: argparse.Namespace) -> int:
    """Store a file and attach it; refused when the check has findings or the clock is in doubt."""
    from desktop_app.domain.read_models.history import RecordKey
    from desktop_app.printing.words.field_words import named_with_class
    from desktop_app.services.documents.record_targets import record_of_target
    from desktop_app.services.files.owners import NewFile, file_of
    from desktop_app.services.files.owners import attach as attach_files
    from desktop_app.services.history.history import record_named
    from desktop_app.wiring import doubt_of
    from desktop_app.words.attached_files import UNNAMED, doubtful

    with work_in(arguments) as office:
        record = record_of_target(office.context, arguments.to)
        office.files.tidy()
        new = NewFile(office.files.take(arguments.file), arguments.file.name)
        made = attach_files(office.context.of_act(), record, (new,), unnamed=UNNAMED)
        name = file_of(office.context, made.id).link.name
        owner = record_named(office.context, RecordKey(record.kind.value, record.id))
        print_line(commands_words.attached(name, named_with_class(owner), new.file.sha256))
        doubt = doubt_of(office, new.file, new.name)
        if doubt is not None:
            print_error(doubtful(name, doubt.value))
    return 0


def archive(arguments: argparse.Namespace) -> int:
    """Export everything, also while a window is open. Returns 1 when a file is missing."""
    from desktop_app.storage.archive_export.exporting import ExportOrder, export_archive
    from desktop_app.storage.backup.database_copy import copier_by_new_connection
    from desktop_app.wiring import SystemClock, export_words, kept_drawing

    data = folder_of(arguments)
    with view(arguments):
        # it refuses a folder that is no office, and names a wrong clock
        pass
    target = arguments.output.absolute()
    copy = copier_by_new_connection(data / paths.DATABASE)
    clock = SystemClock()
    order = ExportOrder(data, target, copy, export_words(), clock.instant(), kept_drawing(data, clock))
    made = export_archive(order, progress())
    print_line(words.exported(str(made.folder), asdict(made), words.class_word(made.classification)))
    for one in made.wrong:
        print_error(words.wrong_file(one.named, one.fault.value))
    if made.wrong:
        raise EnvironmentProblem("archive_incomplete", folder=str(made.folder), count=len(made.wrong))
    return 0
