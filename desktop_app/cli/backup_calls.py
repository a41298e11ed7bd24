"""Definition of the commands about backups."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desktop_app.cli.parser import Answer, Parser, path
from desktop_app.text import commands as words

Verb = Callable[..., Parser]


def add_backups(verbs: argparse._SubParsersAction[Parser], verb: Verb, answer_of: Callable[[str, str], Answer]) -> None:
    """``backup``, ``backups``, ``restore`` and ``salvage``."""
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
