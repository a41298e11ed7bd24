"""`template KIND` and `import FILE`: past meetings and resolutions of a committee that is taken over."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desktop_app.cli.parser import Answer, Parser, path, sheet_file
from desktop_app.domain.read_models.template_words import TemplateKind
from desktop_app.text.taking_over import commands as words

Verb = Callable[..., Parser]


def add_past(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """Both commands."""
    kinds = verbs.add_parser("template", help=words.TEMPLATE, description=words.TEMPLATE).verbs("KIND", required=True)
    for kind in TemplateKind:
        part = verb(kinds, kind.value, words.TEMPLATES[kind.value], answer_of("template", "past_answers"))
        part.set_defaults(kind=kind)
        part.options.add_argument(
            "-o", "--output", type=sheet_file, required=True, metavar="FILE.xlsx", help=words.OUTPUT
        )
    bring = verb(verbs, "import", words.IMPORT, answer_of("bring_in", "past_answers"))
    bring.add_argument_group(words.ARGUMENTS).add_argument("file", type=path, metavar="FILE.xlsx", help=words.FILE)
    bring.options.add_argument("--dry-run", action="store_true", help=words.DRY_RUN)
    bring.options.add_argument("--clock-ok", action="store_true", help=words.CLOCK_OK)
    bring.options.add_argument("--json", action="store_true", help=words.JSON)
