"""Handler of the command `verify-paper`: a paper by its code, its number or its file."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.cli.answers import view
from desktop_app.cli.parser import in_home
from desktop_app.cli.streams import say, say_data
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.verifying import is_code
from desktop_app.system import paths

if TYPE_CHECKING:
    from desktop_app.domain.read_models.verified_paper import VerifiedPaper
    from desktop_app.wiring import Office

_ENDINGS: Final = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})
"""Endings of names of files, and of no number of a letter."""


def verify_paper(asked: argparse.Namespace) -> int:
    """Print the whole answer; a window may be at work meanwhile.

    Returns 0 for a paper that holds and, where a file was given, whose bytes are those that are kept; raises
    ``RuleBroken("paper_not_reliable")`` for every other answer.
    """
    from desktop_app.domain.rules.verifying import reliable
    from desktop_app.printing.words.verified_words import told

    with view(asked) as office:
        paper = _verified(office, " ".join(asked.paper))
    answer = told(paper)
    if asked.json:
        say_data(json.dumps({"headline": answer.headline, **asdict(paper)}, ensure_ascii=False, indent=1, default=str))
    else:
        say(f"{answer.headline}.")
        for line in (*answer.facts, *answer.details):
            say(f"  {line}")
    if not reliable(paper.verdict, file=paper.file is not None):
        raise RuleBroken("paper_not_reliable", verdict=answer.headline)
    return 0


def _verified(office: Office, given: str) -> VerifiedPaper:
    """A file where one of that name lies, else a number or a code; raises ``RuleBroken`` for what is none of them."""
    if not given.strip():
        raise RuleBroken("paper_code_missing")
    file = Path(given) if is_code(given) else in_home(given)
    if paths.is_folder(file):
        raise RuleBroken("paper_is_folder", name=file.name or given)
    if not paths.lies(file):
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
