"""What each command does. Storage, paper and their libraries are loaded by the command that needs them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.text import commands as words
from desktop_app.text.refusals import sentence

if TYPE_CHECKING:
    from desktop_app.domain.findings import Finding
    from desktop_app.domain.rows import SearchHit
    from desktop_app.wiring import Office

MOST_YEARS = 50
MOST_SCALE = 50


def demo(asked: argparse.Namespace) -> int:
    """Fill an empty folder with demo data."""
    from desktop_app.wiring import SystemClock, build_demo

    if not (0 <= asked.years <= MOST_YEARS and 1 <= asked.scale <= MOST_SCALE):
        raise RuleBroken("demo_range", years=MOST_YEARS, scale=MOST_SCALE)
    folder = paths.data_folder(asked.data)
    today = asked.today or SystemClock().today()
    made = build_demo(folder, today, years=asked.years, scale=asked.scale, seed=asked.seed)
    print(words.demo_made(str(folder), made.meetings, made.resolutions))
    return 0


def print_minutes(asked: argparse.Namespace) -> int:
    """The minutes of a meeting as a PDF; nothing is recorded."""
    from desktop_app.services import documents

    with _view(asked) as office:
        version_id = documents.version_of_meeting(office.read, asked.meeting)
        paper = documents.minutes_paper(office.read, office.clock, office.press, version_id)
        pdf = office.printing.minutes(paper.document, paper.imprint)
    return _written(asked.output, pdf)


def print_letter(asked: argparse.Namespace) -> int:
    """A text file as a letter; no database is opened."""
    from desktop_app.domain.documents import Imprint, Letterhead
    from desktop_app.services import documents
    from desktop_app.text import letter
    from desktop_app.wiring import printing_room

    text = _text_of(asked.text)
    if _same_file(asked.text, asked.output):
        raise EnvironmentProblem("output_is_text", path=str(asked.output))
    printing = printing_room()
    head = Letterhead(parties=letter.PARTIES, invocation=letter.INVOCATION)
    document = documents.letter(text, head, printing.fonts.supported())
    return _written(asked.output, printing.letter(document, Imprint()))


def search(asked: argparse.Namespace) -> int:
    """Records that hold every word; none found is an answer, too."""
    from desktop_app.services import lists

    with _view(asked) as office:
        hits = lists.search(office.read, asked.query, asked.limit)
    if asked.json:
        _print_json(hits)
        return 0
    for hit in hits:
        print(words.hit(hit.kind, hit.title, " ".join(hit.text.split())))
    if not hits:
        print(words.NOTHING_FOUND)
    return 0


def check(asked: argparse.Namespace) -> int:
    """Everything that is wrong with the data, one a line, and how many on standard error."""
    with _view(asked) as office:
        found = office.folder.check()
    if asked.json:
        _print_json(found)
    else:
        for one in found:
            print(words.finding(one.kind, one.subject, one.id, one.detail))
    if found:
        raise EnvironmentProblem("check_found", count=len(found))
    if not asked.json:
        print(words.CHECK_CLEAN)
    return 0


# ---- inside


@contextmanager
def _view(asked: argparse.Namespace) -> Iterator[Office]:
    """The folder, open for reading; a clock that stands wrong is told and hinders nothing."""
    from desktop_app.services.clock_check import require_clock
    from desktop_app.wiring import SystemClock, view_office

    with closing(view_office(paths.data_folder(asked.data), SystemClock())) as office:
        try:
            require_clock(office.read, office.clock)
        except RuleBroken as doubt:
            print(f"{sentence(doubt)} [{doubt.key}]", file=sys.stderr)
        yield office


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise EnvironmentProblem("text_not_utf8", path=str(file)) from error
    except OSError as error:
        raise EnvironmentProblem("text_unreadable", path=str(file)) from error


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _written(output: Path, pdf: bytes) -> int:
    from desktop_app.printing.files import write_file
    from desktop_app.printing.pages import PageReader

    write_file(output, pdf)
    with closing(PageReader()) as reader:
        print(words.printed(str(output), reader.open(pdf).count))
    return 0


def _print_json(rows: Sequence[SearchHit] | Sequence[Finding]) -> None:
    print(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
