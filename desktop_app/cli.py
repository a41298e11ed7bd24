"""The services without a window: demo, print, search, check. Stable names, Persian sentences, stable exit codes.

0 done · 1 refused by a rule or the machine (one sentence and its key on stderr) · 2 the call itself is wrong.
Reading calls take no lock and work beside an open window; only ``demo`` writes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop_app import VERSION, paths
from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.text import commands as words

if TYPE_CHECKING:
    from desktop_app.wiring import Office

DONE, REFUSED, MISUSED = 0, 1, 2
Answer = Callable[[argparse.Namespace], int]
if TYPE_CHECKING:
    # argparse has no public name for what add_subparsers returns
    Verbs = argparse._SubParsersAction["Parser"]  # noqa: SLF001


class Parser(argparse.ArgumentParser):
    """Says in Persian that the call is wrong, and in argparse's own words where."""

    def error(self, message: str) -> NoReturn:
        """End the process with code 2."""
        print(f"{words.USAGE_WRONG}\n{self.prog}: {message}", file=sys.stderr)
        raise SystemExit(MISUSED)


def main(argv: Sequence[str]) -> int | None:
    """Answer one command, or return None when a window is wanted."""
    for stream in (sys.stdout, sys.stderr):
        # a Windows console of another code page would refuse «ی»
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        asked = parser().parse_args(list(argv))
    except SystemExit as ended:
        return DONE if ended.code in (0, None) else MISUSED
    answer: Answer | None = asked.answer
    return None if answer is None else _answered(answer, asked)


def _answered(answer: Answer, asked: argparse.Namespace) -> int:
    """Run the command; whatever goes wrong ends as one sentence with a stable key, never as a traceback."""
    try:
        return _ruled(answer, asked)
    except KeyboardInterrupt:
        print(f"{words.INTERRUPTED} [interrupted]", file=sys.stderr)
    except Exception as error:
        _log_fault(error, asked)
        print(f"{words.UNFORESEEN} [unforeseen:{type(error).__name__}]", file=sys.stderr)
    return REFUSED


def _ruled(answer: Answer, asked: argparse.Namespace) -> int:
    """The command's own code, or its refusal in words."""
    try:
        return answer(asked)
    except Refused as refused:
        from desktop_app.text.refusals import sentence

        print(f"{sentence(refused)} [{refused.key}]", file=sys.stderr)
        return REFUSED


def _log_fault(error: Exception, asked: argparse.Namespace) -> None:
    """Write the fault into the log of the data folder, or beside the temporary files when there is none."""
    import tempfile

    from desktop_app.faults import Faults, close_log, open_log

    data = paths.data_folder(getattr(asked, "data", None))
    folder = paths.log_folder(data) if data.is_dir() else Path(tempfile.gettempdir()) / paths.APP_NAME
    # nowhere to write: standard error is the last place, and a trace there is what was promised never to come
    if open_log(folder) is not None:
        Faults().caught(error, "command line")
        close_log()


# ---- the calls


def parser() -> Parser:
    """All commands and options; the window's own options stand at the top."""
    top = Parser(prog="dabirkhaneh", description=words.PROGRAM, add_help=False)
    _help(top)
    top.add_argument("--version", action="version", version=words.version(version()), help=words.VERSION)
    top.add_argument("--data", type=Path, metavar="DIR", help=words.DATA)
    top.add_argument("--demo", action="store_true", help=words.DEMO_WINDOW)
    top.set_defaults(answer=None)
    verbs = top.add_subparsers(metavar="COMMAND")
    _add_demo(verbs)
    _add_print(verbs)
    _add_search(verbs)
    check = _verb(verbs, "check", words.CHECK, _check)
    check.add_argument("--json", action="store_true", help=words.JSON)
    return top


def _help(part: Parser) -> None:
    part.add_argument("-h", "--help", action="help", help=words.HELP)


def _verb(verbs: Verbs, name: str, about: str, answer: Answer, *, data: bool = True) -> Parser:
    part = verbs.add_parser(name, help=about, description=about, add_help=False)
    _help(part)
    if data:
        part.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=words.DATA)
    part.set_defaults(answer=answer)
    return part


def _add_demo(verbs: Verbs) -> None:
    demo = _verb(verbs, "demo", words.DEMO, _demo)
    demo.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help=words.TODAY)
    demo.add_argument("--years", type=int, default=0, metavar="N", help=words.YEARS)
    demo.add_argument("--scale", type=int, default=1, metavar="N", help=words.SCALE)
    demo.add_argument("--seed", type=int, default=1, metavar="N", help=words.SEED)


def _add_print(verbs: Verbs) -> None:
    part = verbs.add_parser("print", help=words.PRINT, description=words.PRINT, add_help=False)
    _help(part)
    kinds = part.add_subparsers(metavar="KIND", required=True)
    minutes = _verb(kinds, "minutes", words.PRINT_MINUTES, _print_minutes)
    minutes.add_argument("--meeting", type=int, required=True, metavar="N", help=words.MEETING)
    letter = _verb(kinds, "letter", words.PRINT_LETTER, _print_letter, data=False)
    letter.add_argument("--text", type=Path, required=True, metavar="FILE.txt", help=words.TEXT_FILE)
    for one in (minutes, letter):
        one.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf", help=words.OUTPUT)


def _add_search(verbs: Verbs) -> None:
    search = _verb(verbs, "search", words.SEARCH, _search)
    search.add_argument("query", metavar="QUERY", help=words.QUERY)
    search.add_argument("--limit", type=int, default=50, metavar="N", help=words.LIMIT)
    search.add_argument("--json", action="store_true", help=words.JSON)


def version() -> str:
    """The version of the installed program."""
    return VERSION


# ---- the answers


def _view(asked: argparse.Namespace) -> Office:
    from desktop_app.wiring import SystemClock, view_office

    return view_office(paths.data_folder(asked.data), SystemClock())


def _demo(asked: argparse.Namespace) -> int:
    from desktop_app.wiring import SystemClock, build_demo

    if asked.years < 0 or asked.scale < 1:
        raise RuleBroken("demo_range")
    folder = paths.data_folder(asked.data)
    made = build_demo(
        folder, asked.today or SystemClock().today(), years=asked.years, scale=asked.scale, seed=asked.seed
    )
    print(words.demo_made(str(folder), made.meetings, made.resolutions))
    return DONE


def _print_minutes(asked: argparse.Namespace) -> int:
    from desktop_app.services import documents

    with closing(_view(asked)) as office:
        version_id = documents.version_of_meeting(office.read, asked.meeting)
        paper = documents.minutes_paper(office.read, office.clock, office.press, version_id)
        pdf = office.printing.minutes(paper.document, paper.imprint)
    return _written(asked.output, pdf)


def _print_letter(asked: argparse.Namespace) -> int:
    from desktop_app.domain.documents import Imprint, Letterhead
    from desktop_app.services import documents
    from desktop_app.text import letter
    from desktop_app.wiring import printing_room

    printing = printing_room()
    head = Letterhead(parties=letter.PARTIES, invocation=letter.INVOCATION)
    document = documents.letter(_text_of(asked.text), head, printing.fonts.supported())
    return _written(asked.output, printing.letter(document, Imprint()))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise EnvironmentProblem("text_not_utf8", path=str(file)) from error
    except OSError as error:
        raise EnvironmentProblem("text_unreadable", path=str(file)) from error


def _written(output: Path, pdf: bytes) -> int:
    from desktop_app.printing.files import write_file
    from desktop_app.printing.pages import PageReader

    write_file(output, pdf)
    with closing(PageReader()) as reader:
        print(words.printed(str(output), reader.open(pdf).count))
    return DONE


def _search(asked: argparse.Namespace) -> int:
    from desktop_app.services import lists

    with closing(_view(asked)) as office:
        hits = lists.search(office.read, asked.query, asked.limit)
    if asked.json:
        print(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=1))
        return DONE
    for hit in hits:
        print(words.hit(hit.kind, hit.title, " ".join(hit.text.split())))
    if not hits:
        print(words.NOTHING_FOUND)
    return DONE


def _check(asked: argparse.Namespace) -> int:
    with closing(_view(asked)) as office:
        found = office.folder.check()
    if asked.json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            print(words.finding(one.kind, one.subject, one.id, one.detail))
        print(words.findings(len(found)) if found else words.CHECK_CLEAN)
    return REFUSED if found else DONE
