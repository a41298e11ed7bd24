"""Handler of `print`: options become an order, the order a paper, and the file is written last and whole."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop_app.cli.answers import view
from desktop_app.cli.parser import WORD_ENDING
from desktop_app.cli.streams import print_error, print_line
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.system import paths
from desktop_app.words import commands as words

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import Paper
    from desktop_app.printing.paper_renderer import PaperRenderer
    from desktop_app.wiring import Office

_LARGEST_TEXT: Final = 1_000_000
"""Bytes of a letter's text; the letters that a paper takes are fewer still."""
_OF_ORDER: Final = {"only": "invitee", "to": "to", "to_post": "to_post", "record": "record"}
"""Parts of an order that are texts, and their options."""
_TEXTS: Final = ("number", "subject", "signatory", "signatory_post")
_LINES: Final = {"references": "reference", "note": "note", "attachments": "attachment", "copies_to": "copy_to"}
"""What is said in a letter: options that are given once, and those that are given once a line."""
_CLEAR_LINE: Final = "\r\x1b[K"


def print_paper(arguments: argparse.Namespace) -> int:
    """Write one paper to a file; nothing is recorded."""
    from desktop_app.printing.files import require_target

    kind: PaperKind = arguments.kind
    _require_word(kind, arguments.output)
    # before a long paper is made for nothing; writing asks again
    require_target(arguments.output, _folder(arguments))
    if kind is PaperKind.LETTER and getattr(arguments, "data", None) is None:
        return _letter_alone(arguments)
    from desktop_app.services.documents.papers import paper_of

    text = _letter_text(arguments) if kind is PaperKind.LETTER else ""
    with view(arguments) as office:
        paper = paper_of(office.context, _order(office, arguments, text))
        content = _made(office.printing, kind, paper, arguments)
    return _written(arguments, content)


def _order(office: Office, arguments: argparse.Namespace, text: str) -> PaperOrder:
    """Return the order from the options, with record ids."""
    from desktop_app.services.documents.documents import meeting_of_number
    from desktop_app.services.documents.paper_choices import resolution_numbered, unit_named

    found = vars(arguments)
    meeting = meeting_of_number(office.context, arguments.meeting) if found.get("meeting") is not None else None
    chosen = resolution_numbered(office.context, arguments.resolution) if found.get("resolution") is not None else None
    return PaperOrder(
        kind=arguments.kind,
        meeting_id=chosen.meeting_id if chosen is not None else meeting,
        resolution_id=chosen.id if chosen is not None else None,
        unit_id=unit_named(office.context, arguments.unit) if found.get("unit") is not None else None,
        answer_until=found.get("answer_until"),
        sent_on=found.get("day") if arguments.kind is PaperKind.DELIVERY_SLIP else None,
        month=found.get("month"),
        year=found.get("year"),
        every=bool(found.get("all")),
        said=_additions(arguments),
        text=text,
        **{name: found[option] for name, option in _OF_ORDER.items() if found.get(option)},
    )


def _additions(arguments: argparse.Namespace) -> LetterAdditions:
    found = vars(arguments)
    texts = {name: found[name] for name in _TEXTS if found.get(name)}
    lines = {name: "\n".join(found[option]) for name, option in _LINES.items() if found.get(option)}
    return LetterAdditions(
        **texts,
        **lines,
        day=found.get("day"),
        urgency=Urgency(found.get("urgency") or Urgency.NORMAL),
        classification=Classification(found.get("classification") or Classification.NORMAL),
    )


def _letter_alone(arguments: argparse.Namespace) -> int:
    """Write a letter without opening a data folder."""
    from desktop_app.services.documents.letter_document import letter_without_office
    from desktop_app.wiring import cite, paper_renderer
    from desktop_app.words import letter

    text, printing = _letter_text(arguments), paper_renderer()
    to = AddresseeLine(name=arguments.to, post=arguments.to_post)
    paper = letter_without_office(
        printing.capabilities(cite),
        text,
        _additions(arguments),
        parties=letter.PARTIES,
        invocation=letter.INVOCATION,
        to=to,
    )
    return _written(arguments, _made(printing, PaperKind.LETTER, paper, arguments))


def _letter_text(arguments: argparse.Namespace) -> str:
    text = _text_of(arguments.text)
    if _same_file(arguments.text, arguments.output):
        raise EnvironmentProblem("output_is_text", path=str(arguments.output))
    return text


def _made(printing: PaperRenderer, kind: PaperKind, paper: Paper[Any], arguments: argparse.Namespace) -> bytes:
    if _is_word(arguments.output):
        return printing.word(kind, paper)
    profile = Profile(arguments.profile) if arguments.profile else None
    if not sys.stderr.isatty():
        return printing.make(kind, paper, profile)
    try:
        return printing.make(kind, paper, profile, _tell)
    finally:
        print_error(_CLEAR_LINE, end="")


def _tell(done: int, total: int) -> None:
    """Overwrite one progress line in the terminal."""
    print_error(f"{_CLEAR_LINE}{words.making(done, total)}", end="")


def _require_word(kind: PaperKind, output: Path) -> None:
    from desktop_app.printing.paper_renderer import WORD

    if _is_word(output) and kind not in WORD:
        raise RuleBroken("word_not_offered", field="output", kind=kind.value)


def _is_word(output: Path) -> bool:
    return output.suffix.lower() == WORD_ENDING


def _folder(arguments: argparse.Namespace) -> Path:
    """Return the data folder, even for a letter without data, so that its files are protected."""
    return paths.data_folder(getattr(arguments, "data", None))


def _written(arguments: argparse.Namespace, content: bytes) -> int:
    from desktop_app.printing.files import write_file
    from desktop_app.printing.pages import PageReader

    output: Path = arguments.output
    write_file(output, content, office=_folder(arguments))
    if _is_word(output):
        print_line(words.written(str(output)))
        return 0
    with closing(PageReader()) as reader:
        print_line(words.printed(str(output), reader.open(content).count))
    return 0


def _text_of(file: Path) -> str:
    if paths.exists(file) and not (paths.is_file(file) or paths.is_folder(file)):
        # a pipe or a device may never come to an end
        raise EnvironmentProblem("text_not_file", path=str(file))
    if paths.size_of(file) > _LARGEST_TEXT:
        raise EnvironmentProblem("text_file_large", path=str(file), size=_LARGEST_TEXT // 1_000_000)
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
