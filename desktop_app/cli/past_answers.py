"""Handlers of `template` and `import`. All faults of a file are reported, and a faulty file imports nothing."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from desktop_app.cli.answers import folder_of, require_sound, view, work_in
from desktop_app.cli.streams import print_data, print_line
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.read_models.workbook import Workbook
from desktop_app.domain.rules.taking_over import RowFault
from desktop_app.services.taking_over.importing import ImportPreview, import_workbook, offered_of, plain_offers, preview
from desktop_app.system import paths
from desktop_app.wiring import SystemClock, past_template, past_workbook, taking_over_words, view_office
from desktop_app.words import taking_over as words
from desktop_app.words.refusals import sentence


def template(arguments: argparse.Namespace) -> int:
    """Write a template, with the office's units as choices if there is an office.

    Raises ``template_taken``: what stands there may be one that somebody has filled by now.
    """
    from desktop_app.printing.files import write_file

    output: Path = arguments.output
    if paths.is_file(output):
        raise RuleBroken("template_taken", path=str(output))
    known = taking_over_words()
    try:
        with view(arguments) as office:
            offered = offered_of(office.context, known)
    except EnvironmentProblem as problem:
        if problem.key != "database_missing":
            raise
        offered = plain_offers(known)
    write_file(
        output, past_template(arguments.kind, offered), office=paths.data_folder(getattr(arguments, "data", None))
    )
    print_line(words.written(str(output)))
    return 0


def bring_in(arguments: argparse.Namespace) -> int:
    """Check a file and import it, unless it is a dry run."""
    workbook = past_workbook(arguments.file)
    with closing(view_office(folder_of(arguments), SystemClock())) as office:
        require_sound(office)
        judged = preview(office.context, workbook, taking_over_words())
    if judged.faults or arguments.dry_run:
        # of a file that brings nothing the refusal says all, as when it is not dry
        brings = judged.faults or judged.meetings or judged.resolutions
        if brings or arguments.json:
            _tell(judged, as_json=arguments.json)
        if judged.faults:
            first = judged.faults[0]
            raise RuleBroken("import_with_faults", count=len(judged.faults), sheet=first.sheet, row=first.row)
        if not brings:
            raise RuleBroken("import_brings_nothing", known=judged.known)
        return 0
    _bring(arguments, workbook)
    return 0


# ---- inside


def _bring(arguments: argparse.Namespace, workbook: Workbook) -> None:
    with work_in(arguments) as office:
        made = import_workbook(office.context, workbook, taking_over_words())
    if arguments.json:
        _say_json(made.meetings, made.resolutions, made.known)
    else:
        print_line(words.brought(made.meetings, made.resolutions, made.known))


def _tell(judged: ImportPreview, *, as_json: bool) -> None:
    counts = len(judged.meetings), len(judged.resolutions), judged.known
    if as_json:
        _say_json(*counts, judged.faults, judged.doubts)
        return
    known = taking_over_words()
    for line, rows in ((words.fault, judged.faults), (words.doubt, judged.doubts)):
        for one in rows:
            print_line(line(one.sheet, one.row, judged.column(one, known), sentence(one.broken)))
    if judged.doubts:
        print_line(words.DOUBTED)
    print_line(words.READ_AND_NOT_BROUGHT if judged.faults else words.would_bring(*counts))


def _say_json(
    meetings: int, resolutions: int, known: int, faults: Sequence[RowFault] = (), doubts: Sequence[RowFault] = ()
) -> None:
    counts = {"meetings": meetings, "resolutions": resolutions, "known": known}
    told = {**counts, "faults": [*map(_told, faults)], "doubts": [*map(_told, doubts)]}
    print_data(json.dumps(told, ensure_ascii=False, indent=1))


def _told(one: RowFault) -> dict[str, object]:
    broken = one.broken
    named = {"sheet": one.sheet, "row": one.row, "column": broken.field}
    return {**named, "key": broken.key, "text": sentence(broken)}
