"""Command-line definition: all commands with their options; the window's own stand at the top."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

from desktop_app import VERSION
from desktop_app.cli.archive_calls import add_archive
from desktop_app.cli.backup_calls import add_backups
from desktop_app.cli.parser import WORD_ENDING, Answer, Parser, day, number, path, printed_code
from desktop_app.cli.past_calls import add_past
from desktop_app.cli.print_calls import add_print
from desktop_app.cli.verify_calls import add_verify
from desktop_app.text import commands as words


def read(argv: Sequence[str]) -> argparse.Namespace:
    """What is asked for; a wrong call ends with ``SystemExit``."""
    top = parser()
    asked = top.parse_args(list(argv))
    if asked.demo and asked.answer is not None:
        top.error(words.ONLY_WINDOW)
    if asked.smoke is not None:
        if asked.demo or asked.data is not None or asked.answer is not None:
            top.error(words.SMOKE_ALONE)
        asked.answer = answer_of("smoke", "smoke_answers")
    if getattr(asked, "profile", None) and asked.output.suffix.lower() == WORD_ENDING:
        top.error(words.PROFILE_OF_PDF)
    return asked


def parser() -> Parser:
    """All commands and options."""
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
    check = verb(verbs, "check", words.CHECK, answer_of("check"))
    check.options.add_argument("--json", action="store_true", help=words.JSON)
    check.options.add_argument(
        "--paper", type=printed_code, action="append", default=[], metavar="CODE", help=words.CHECK_PAPER
    )
    return top


def answer_of(name: str, module: str = "answers") -> Answer:
    """The answer of that name; what answers is loaded by a call that wants one, and never for the window."""

    def answer(asked: argparse.Namespace) -> int:
        found: Answer = getattr(import_module(f"desktop_app.cli.{module}"), name)
        return found(asked)

    return answer


def verb(
    verbs: argparse._SubParsersAction[Parser], name: str, about: str, answer: Answer, *, data: bool = True
) -> Parser:
    """A command with its help, and with the folder it works on unless it needs none."""
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
    attach = verb(verbs, "attach", words.ATTACH, answer_of("attach", "attach_answers"))
    attach.add_argument_group(words.ARGUMENTS).add_argument("file", type=path, metavar="FILE", help=words.ATTACHED_FILE)
    attach.options.add_argument("--to", required=True, metavar="KIND:ID", help=words.ATTACHED_TO)
    attach.options.add_argument("--clock-ok", action="store_true", help=words.CLOCK_OK)


def _add_search(verbs: argparse._SubParsersAction[Parser]) -> None:
    search = verb(verbs, "search", words.SEARCH, answer_of("search"))
    search.add_argument_group(words.ARGUMENTS).add_argument("query", metavar="QUERY", help=words.QUERY)
    search.options.add_argument("--limit", type=number, default=50, metavar="N", help=words.LIMIT)
    search.options.add_argument("--json", action="store_true", help=words.JSON)
