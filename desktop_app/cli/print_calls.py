"""`print KIND`: every kind of paper with the options that its order asks for."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desktop_app.cli.parser import Answer, Parser, jalali_day, jalali_month, jalali_year, number, paper_file, path
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.documents.papers import Classification, Urgency
from desktop_app.text import commands as words
from desktop_app.text.papers.papers import TITLES

Verb = Callable[..., Parser]


def add_print(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """The command and its kinds."""
    kinds = verbs.add_parser("print", help=words.PRINT, description=words.PRINT).verbs("KIND", required=True)
    for kind in PaperKind:
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
    """The letters of a day that are to be handed over, or of all days."""
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
    _said(options)


def _answer(options: Options) -> None:
    options.add_argument("--answer-until", type=jalali_day, metavar="YYYY/MM/DD", help=words.ANSWER_UNTIL)


def _sent(options: Options) -> None:
    """A letter that the program writes, with what the operator adds."""
    _signed(options)
    _noted(options)


def _signed(options: Options) -> None:
    options.add_argument("--reference", action="append", metavar="TEXT", help=words.REFERENCE)
    options.add_argument("--copy-to", action="append", metavar="TEXT", help=words.COPY_TO)
    options.add_argument("--signatory", default="", metavar="NAME", help=words.SIGNATORY)
    options.add_argument("--signatory-post", default="", metavar="POST", help=words.SIGNATORY_POST)


def _noted(options: Options) -> None:
    options.add_argument("--note", action="append", metavar="TEXT", help=words.NOTE)
    _said(options)


def _said(options: Options) -> None:
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
