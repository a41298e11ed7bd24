"""Definition of the command that verifies papers."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desktop_app.cli.parser import Answer, Parser
from desktop_app.text import commands as words

Verb = Callable[..., Parser]


def add_verify(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """``verify-paper``; a code may be typed in groups."""
    asked = verb(verbs, "verify-paper", words.VERIFY_PAPER, answer_of("verify_paper", "verify_answers"))
    given = asked.add_argument_group(words.ARGUMENTS)
    given.add_argument("paper", nargs="+", metavar="FILE|CODE|NUMBER", help=words.VERIFIED_PAPER)
    asked.options.add_argument("--json", action="store_true", help=words.JSON)
