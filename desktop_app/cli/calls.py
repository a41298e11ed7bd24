"""Definition of the command line: all commands with their options, after the window's own options.

`print KIND` has the options that the order of that kind asks for; `template KIND` and `import FILE` are for a committee
that is taken over.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module

from desktop_app import VERSION
from desktop_app.cli.parser import (
    WORD_ENDING,
    Answer,
    Parser,
    day,
    jalali_day,
    jalali_month,
    jalali_year,
    number,
    paper_file,
    path,
    printed_code,
    sheet_file,
)
from desktop_app.domain.documents.paper_kinds import ORDERED_BY_HAND, PaperKind, Profile
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.read_models.workbook import TemplateKind
from desktop_app.words import commands as words
from desktop_app.words import taking_over as taking_over_words
from desktop_app.words.papers import TITLES

Verb = Callable[..., Parser]


def add_archive(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """Add the command ``archive``."""
    made = verb(verbs, "archive", words.ARCHIVE, answer_of("archive", "file_answers"))
    made.options.add_argument("-o", "--output", type=path, metavar="FOLDER", required=True, help=words.ARCHIVE_OUTPUT)


def add_verify(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """Add the command ``verify-paper``; a code may be typed in groups."""
    arguments = verb(verbs, "verify-paper", words.VERIFY_PAPER, answer_of("verify_paper", "file_answers"))
    given = arguments.add_argument_group(words.ARGUMENTS)
    given.add_argument("paper", nargs="+", metavar="FILE|CODE|NUMBER", help=words.VERIFIED_PAPER)
    arguments.options.add_argument("--json", action="store_true", help=words.JSON)


def add_backups(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """Add the commands ``backup``, ``backups``, ``restore`` and ``salvage``."""
    module = "backup_answers"
    make = verb(verbs, "backup", words.BACKUP, answer_of("backup", module))
    make.options.add_argument("--to", type=path, metavar="DIR", required=True, help=words.BACKUP_TO)
    listed = verb(verbs, "backups", words.BACKUPS, answer_of("backups", module))
    listed.options.add_argument("--place", type=path, metavar="DIR", help=words.BACKUP_PLACE)
    listed.options.add_argument("--json", action="store_true", help=words.JSON)
    back = verb(verbs, "restore", words.RESTORE, answer_of("restore", module))
    back.add_argument_group(words.ARGUMENTS).add_argument(
        "source", type=path, metavar="FILE|DIR", help=words.RESTORE_SOURCE
    )
    back.options.add_argument("--dry-run", action="store_true", help=words.DRY_RUN)
    saved = verb(verbs, "salvage", words.SALVAGE, answer_of("salvage", module))
    saved.options.add_argument("-o", "--output", type=path, metavar="FOLDER", required=True, help=words.SALVAGE_OUTPUT)


def add_past(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """Add the commands ``template`` and ``import``."""
    kinds = verbs.add_parser("template", help=taking_over_words.TEMPLATE, description=taking_over_words.TEMPLATE).verbs(
        "KIND", required=True
    )
    for kind in TemplateKind:
        part = verb(kinds, kind.value, taking_over_words.TEMPLATES[kind.value], answer_of("template", "past_answers"))
        part.set_defaults(kind=kind)
        part.options.add_argument(
            "-o", "--output", type=sheet_file, required=True, metavar="FILE.xlsx", help=taking_over_words.OUTPUT
        )
    bring = verb(verbs, "import", taking_over_words.IMPORT, answer_of("bring_in", "past_answers"))
    bring.add_argument_group(taking_over_words.ARGUMENTS).add_argument(
        "file", type=path, metavar="FILE.xlsx", help=taking_over_words.FILE
    )
    bring.options.add_argument("--dry-run", action="store_true", help=taking_over_words.DRY_RUN)
    bring.options.add_argument("--clock-ok", action="store_true", help=taking_over_words.CLOCK_OK)
    bring.options.add_argument("--json", action="store_true", help=taking_over_words.JSON)


def add_report(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """Add the command ``report`` with its one kind, ``desk``."""
    kinds = verbs.add_parser("report", help=words.REPORT, description=words.REPORT).verbs("KIND", required=True)
    made = verb(kinds, "desk", words.REPORT_DESK, answer_of("desk", "report_answers"))
    made.options.add_argument("--json", action="store_true", help=words.JSON)


def add_print(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """Add the command ``print`` and its kinds of paper."""
    kinds = verbs.add_parser("print", help=words.PRINT, description=words.PRINT).verbs("KIND", required=True)
    for kind in ORDERED_BY_HAND:
        said = f"{TITLES[kind.value]}."
        part = verb(kinds, kind.value, said, answer_of("print_paper", "print_answers"))
        part.set_defaults(kind=kind)
        _OPTIONS[kind](part.options)
        part.options.add_argument(
            "-o", "--output", type=paper_file, required=True, metavar="FILE.pdf", help=words.OUTPUT
        )
        profiles = [one.value for one in Profile]
        part.options.add_argument("--profile", choices=profiles, metavar="|".join(profiles), help=words.PROFILE)


Options = argparse._ArgumentGroup  # noqa: SLF001 - what add_argument_group gives has no public name


def _meeting(options: Options) -> None:
    options.add_argument("--meeting", type=number, required=True, metavar="N", help=words.MEETING)


def _invitation(options: Options) -> None:
    _meeting(options)
    options.add_argument("--invitee", metavar="NAME", help=words.INVITEE)
    _answer(options)
    _sent(options)


def _agenda_pack(options: Options) -> None:
    _meeting(options)
    _noted(options)


def _extract(options: Options) -> None:
    about = options.add_mutually_exclusive_group(required=True)
    about.add_argument("--meeting", type=number, metavar="N", help=words.RESOLUTION_MEETING)
    about.add_argument("--resolution", metavar="NUMBER", help=words.RESOLUTION)
    options.add_argument("--unit", metavar="NAME", help=words.UNIT)
    _sent(options)


def _reminder(options: Options) -> None:
    whom = options.add_mutually_exclusive_group(required=True)
    whom.add_argument("--unit", metavar="NAME", help=words.UNIT)
    whom.add_argument("--all", action="store_true", help=words.EVERY_UNIT)
    _answer(options)
    _sent(options)


def _month(options: Options) -> None:
    options.add_argument("--month", type=jalali_month, required=True, metavar="YYYY-MM", help=words.MONTH)


def _matrix(options: Options) -> None:
    options.add_argument("--all", action="store_true", help=words.EVERY_RESOLUTION)


def _register(options: Options) -> None:
    years = options.add_mutually_exclusive_group(required=True)
    years.add_argument("--year", type=jalali_year, metavar="YYYY", help=words.YEAR)
    years.add_argument("--all", action="store_true", help=words.EVERY_YEAR)


def _slip(options: Options) -> None:
    """Add the option of a day, for its letters to deliver; by default all days."""
    options.add_argument("--day", type=jalali_day, metavar="YYYY/MM/DD", help=words.SENT_DAY)


def _history(options: Options) -> None:
    options.add_argument("--record", default="", metavar="KIND:ID", help=words.HISTORY_RECORD)
    options.add_argument("--year", type=jalali_year, metavar="YYYY", help=words.YEAR)


def _year(options: Options) -> None:
    options.add_argument("--year", type=jalali_year, required=True, metavar="YYYY", help=words.YEAR)


def _letter(options: Options) -> None:
    options.add_argument("--text", type=path, required=True, metavar="FILE.txt", help=words.TEXT_FILE)
    options.add_argument("--to", default="", metavar="NAME", help=words.TO)
    options.add_argument("--to-post", default="", metavar="POST", help=words.TO_POST)
    options.add_argument("--subject", default="", metavar="TEXT", help=words.LETTER_SUBJECT)
    _signed(options)
    _additions(options)


def _answer(options: Options) -> None:
    options.add_argument("--answer-until", type=jalali_day, metavar="YYYY/MM/DD", help=words.ANSWER_UNTIL)


def _sent(options: Options) -> None:
    """Add the options of a letter that the program writes."""
    _signed(options)
    _noted(options)


def _signed(options: Options) -> None:
    options.add_argument("--reference", action="append", metavar="TEXT", help=words.REFERENCE)
    options.add_argument("--copy-to", action="append", metavar="TEXT", help=words.COPY_TO)
    options.add_argument("--signatory", default="", metavar="NAME", help=words.SIGNATORY)
    options.add_argument("--signatory-post", default="", metavar="POST", help=words.SIGNATORY_POST)


def _noted(options: Options) -> None:
    options.add_argument("--note", action="append", metavar="TEXT", help=words.NOTE)
    _additions(options)


def _additions(options: Options) -> None:
    options.add_argument("--number", default="", metavar="TEXT", help=words.NUMBER)
    options.add_argument("--day", type=jalali_day, metavar="YYYY/MM/DD", help=words.DAY)
    options.add_argument("--attachment", action="append", metavar="TEXT", help=words.ATTACHMENT)
    for name, kinds, said in (
        ("--urgency", Urgency, words.URGENCY),
        ("--classification", Classification, words.CLASSIFICATION),
    ):
        keys = [one.value for one in kinds]
        options.add_argument(name, choices=keys, metavar="|".join(keys), help=said)


_OPTIONS: dict[PaperKind, Callable[[Options], None]] = {
    PaperKind.MINUTES: _meeting,
    PaperKind.INVITATION: _invitation,
    PaperKind.ATTENDANCE_SHEET: _meeting,
    PaperKind.AGENDA_PACK: _agenda_pack,
    PaperKind.EXTRACT: _extract,
    PaperKind.REMINDER: _reminder,
    PaperKind.MONTHLY_REPORT: _month,
    PaperKind.ALIGNMENT_MATRIX: _matrix,
    PaperKind.REGISTER: _register,
    PaperKind.YEAR_BOOK: _year,
    PaperKind.HISTORY: _history,
    PaperKind.LETTERS_REGISTER: _register,
    PaperKind.DELIVERY_SLIP: _slip,
    PaperKind.LETTER: _letter,
}


def read(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments; a wrong call ends with ``SystemExit``."""
    top = parser()
    arguments = top.parse_args(list(argv))
    if arguments.demo and arguments.answer is not None:
        top.error(words.ONLY_WINDOW)
    if arguments.smoke is not None:
        if arguments.demo or arguments.data is not None or arguments.answer is not None:
            top.error(words.SMOKE_ALONE)
        arguments.answer = answer_of("smoke", "smoke_answers")
    if getattr(arguments, "profile", None) and arguments.output.suffix.lower() == WORD_ENDING:
        top.error(words.PROFILE_OF_PDF)
    return arguments


def parser() -> Parser:
    """Build the parser of all commands and options."""
    top = Parser(prog="dabirkhaneh", description=words.PROGRAM)
    top.options.add_argument("--version", action="version", version=words.version(VERSION), help=words.VERSION)
    top.options.add_argument("--data", type=path, metavar="DIR", help=words.DATA)
    top.options.add_argument("--demo", action="store_true", help=words.DEMO_WINDOW)
    top.options.add_argument("--smoke", type=path, metavar="FILE", help=words.SMOKE)
    # what the self-test starts, and how long it waits for it
    top.options.add_argument("--smoke-steps", type=path, help=argparse.SUPPRESS)
    top.options.add_argument("--smoke-limit", type=number, help=argparse.SUPPRESS)
    # the moment of the backup that the window looks at
    top.options.add_argument("--look", help=argparse.SUPPRESS)
    top.set_defaults(answer=None)
    verbs = top.verbs()
    _add_demo(verbs)
    add_print(verbs, verb, answer_of)
    _add_search(verbs)
    add_past(verbs, verb, answer_of)
    _add_attach(verbs)
    add_backups(verbs, verb, answer_of)
    add_archive(verbs, verb, answer_of)
    add_verify(verbs, verb, answer_of)
    add_report(verbs, verb, answer_of)
    check = verb(verbs, "check", words.CHECK, answer_of("check"))
    check.options.add_argument("--json", action="store_true", help=words.JSON)
    check.options.add_argument(
        "--paper", type=printed_code, action="append", default=[], metavar="CODE", help=words.CHECK_PAPER
    )
    return top


def answer_of(name: str, module: str = "answers") -> Answer:
    """Return the handler with a name; its module is imported only when the handler runs."""

    def answer(arguments: argparse.Namespace) -> int:
        found: Answer = getattr(import_module(f"desktop_app.cli.{module}"), name)
        return found(arguments)

    return answer


def verb(
    verbs: argparse._SubParsersAction[Parser], name: str, about: str, answer: Answer, *, data: bool = True
) -> Parser:
    """Add a command with its help, and the data folder option unless it needs none."""
    part = verbs.add_parser(name, help=about, description=about)
    if data:
        # also before the verb, hence no default of its own that would undo that one
        part.options.add_argument("--data", type=path, metavar="DIR", default=argparse.SUPPRESS, help=words.DATA)
    part.set_defaults(answer=answer)
    return part


def _add_demo(verbs: argparse._SubParsersAction[Parser]) -> None:
    demo = verb(verbs, "demo", words.DEMO, answer_of("demo")).options
    demo.add_argument("--today", type=day, metavar="YYYY-MM-DD", help=words.TODAY)
    demo.add_argument("--years", type=number, default=0, metavar="N", help=words.YEARS)
    demo.add_argument("--scale", type=number, default=1, metavar="N", help=words.SCALE)
    demo.add_argument("--seed", type=number, default=1, metavar="N", help=words.SEED)


def _add_attach(verbs: argparse._SubParsersAction[Parser]) -> None:
    attach = verb(verbs, "attach", words.ATTACH, answer_of("attach", "file_answers"))
    attach.add_argument_group(words.ARGUMENTS).add_argument("file", type=path, metavar="FILE", help=words.ATTACHED_FILE)
    attach.options.add_argument("--to", required=True, metavar="KIND:ID", help=words.ATTACHED_TO)
    attach.options.add_argument("--clock-ok", action="store_true", help=words.CLOCK_OK)


def _add_search(verbs: argparse._SubParsersAction[Parser]) -> None:
    search = verb(verbs, "search", words.SEARCH, answer_of("search"))
    search.add_argument_group(words.ARGUMENTS).add_argument("query", metavar="QUERY", help=words.QUERY)
    search.options.add_argument("--limit", type=number, default=50, metavar="N", help=words.LIMIT)
    search.options.add_argument("--json", action="store_true", help=words.JSON)
