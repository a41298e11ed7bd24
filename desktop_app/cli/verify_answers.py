"""Handler of the command `verify-paper`: a paper by its code, its number or its file; 0 where it can be relied on."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app import paths
from desktop_app.cli.answers import view
from desktop_app.cli.parser import in_home
from desktop_app.cli.streams import say
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.verifying.paper_codes import is_code

if TYPE_CHECKING:
    from desktop_app.domain.read_models.verified_paper import VerifiedPaper
    from desktop_app.wiring import Office

_ENDINGS: Final = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})
"""What ends so is the name of a file and no number of a letter."""


def verify_paper(asked: argparse.Namespace) -> int:
    """Tell all that is known of it; a window may be at work meanwhile."""
    from desktop_app.domain.verifying.verdicts import Worth
    from desktop_app.printing.wording.verified_words import told
    from desktop_app.services.verifying.verify_code import with_kept
    from desktop_app.wiring import kept_papers

    with view(asked) as office:
        paper = with_kept(office.context, _verified(office, " ".join(asked.paper)), kept_papers(office))
    answer = told(paper)
    if asked.json:
        say(_as_json(paper, answer.worth))
    else:
        say(f"{answer.verdict}.")
        say(answer.next_step)
        for part in answer.parts:
            say(f"\n{part.title}")
            for line in part.lines:
                say(f"  {line}")
    if answer.worth is not Worth.GOOD:
        raise RuleBroken("paper_not_reliable", verdict=answer.verdict)
    return 0


def _verified(office: Office, given: str) -> VerifiedPaper:
    """A file where one of that name lies, else a number or a code; what looks like a file's name is told to be none."""
    if not given.strip():
        raise RuleBroken("paper_code_missing")
    file = Path(given) if is_code(given) else in_home(given)
    if paths.is_folder(file):
        raise RuleBroken("paper_is_folder", name=file.name or given)
    if not paths.lies(file):
        from desktop_app.services.verifying.verify_number import verify_number, verify_typed

        if is_code(given):
            return verify_typed(office.context, given)
        numbered = verify_number(office.context, given)
        if numbered is not None:
            return numbered
        if any(map(str.isdigit, given)) and file.suffix.lower() not in _ENDINGS:
            raise RuleBroken("paper_neither", given=given)
    from desktop_app.domain.read_models.scans import ChosenFile
    from desktop_app.printing.paper_reading import PaperFiles
    from desktop_app.services.verifying.verify_file import verify_files
    from desktop_app.storage.files.file_store import file_bytes

    reading = PaperFiles(office.printing, file_bytes)
    return verify_files(office.context, reading, [ChosenFile(file.name, file)])


def _as_json(paper: VerifiedPaper, worth: str) -> str:
    file = paper.file
    why = file.why.key if file is not None and file.why is not None else ""
    plain = asdict(replace(paper, file=replace(file, why=None) if file is not None else None))
    if plain["file"] is not None:
        plain["file"]["why"] = why
    return json.dumps({"worth": worth, **plain}, ensure_ascii=False, indent=1, default=str)
