"""Definition of the command about archive exports."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desktop_app.cli.parser import Answer, Parser, path
from desktop_app.text import commands as words

Verb = Callable[..., Parser]


def add_archive(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """``archive``."""
    made = verb(verbs, "archive", words.ARCHIVE, answer_of("archive", "archive_answers"))
    made.options.add_argument("-o", "--output", type=path, metavar="FOLDER", required=True, help=words.ARCHIVE_OUTPUT)
