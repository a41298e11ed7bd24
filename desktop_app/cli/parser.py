"""argparse in Persian: headings, error messages, and types of option values."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn

from desktop_app.cli.streams import for_console, print_error
from desktop_app.domain.calendar.jalali import JalaliMonth, from_jalali, require_year
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.rules.verifying import read_typed
from desktop_app.system import paths
from desktop_app.words import commands as words

Answer = Callable[[argparse.Namespace], int]
MISUSED: Final = 2
PDF_ENDING: Final = ".pdf"
WORD_ENDING: Final = ".docx"
SHEET_ENDING: Final = ".xlsx"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})[-/](\d{1,2})")
_JALALI_DAY: Final = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_LARGEST: Final = 2**31
_FIRST_DAY, _LAST_DAY = date(1923, 1, 1), date(2120, 1, 1)
"""Well inside the Jalali years that are known (1300–1500)."""

# argparse has no names for its complaints, only these English forms; they are the same from 3.11 to 3.14
_COMPLAINTS: Final[tuple[tuple[re.Pattern[str], Callable[..., str]], ...]] = (
    (re.compile(r"argument (?P<name>.+?): expected .*arguments?"), words.value_missing),
    (
        re.compile(r"argument (?P<name>--(?:profile|urgency|classification)): .+ \(choose from (?P<offered>.*)\)"),
        words.not_offered,
    ),
    (re.compile(r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)"), words.not_together),
    (re.compile(r"one of the arguments (?P<names>.+) is required"), words.one_of_missing),
    (re.compile(r"argument .+?: invalid choice: (?P<value>.+?) \(choose from .*"), words.unknown_verb),
    (re.compile(r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)"), words.value_unwanted),
    (re.compile(r"argument (?P<name>.+?): (?P<reason>.+)"), words.value_wrong),
    (re.compile(r"the following arguments are required: (?P<names>.+)"), words.parts_missing),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), words.parts_unknown),
)


class _Help(argparse.HelpFormatter):
    """Help formatter with a Persian first word."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the usage line; argparse itself asks for an empty prefix, which stays empty."""
        super().add_usage(usage, actions, groups, words.USAGE if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Argument parser with Persian usage and errors; abbreviated options are refused."""

    def __init__(self, **kept: Any) -> None:  # noqa: ANN401 - argparse hands its own on to the parsers of verbs
        super().__init__(**kept, add_help=False, allow_abbrev=False, formatter_class=_Help)
        self.options = self.add_argument_group(words.OPTIONS)
        self.options.add_argument("-h", "--help", action="help", help=words.HELP)

    def verbs(self, metavar: str = "COMMAND", *, required: bool = False) -> argparse._SubParsersAction[Parser]:
        """Add the group of subcommands."""
        return self.add_subparsers(title=words.COMMANDS, metavar=metavar, required=required)

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401 - any stream
        """Write help and version like every other line."""
        stream = sys.stderr if file is None else file
        super()._print_message(for_console(message, stream), stream)

    def error(self, message: str) -> NoReturn:
        """Print the error and exit with code 2."""
        hint = words.see_help(self.prog)
        print_error(f"{complaint(message)} {hint} [usage]")
        raise SystemExit(MISUSED)


def complaint(message: str) -> str:
    """Return argparse's error message in Persian; a general sentence for an unknown one."""
    if message in (words.ONLY_WINDOW, words.SMOKE_ALONE, words.PROFILE_OF_PDF):
        return message
    for pattern, told in _COMPLAINTS:
        match = pattern.fullmatch(message.strip())
        if match is not None:
            return told(**{name: value.strip("'") for name, value in match.groupdict().items()})
    return words.USAGE_WRONG


# ---- values


def number(text: str) -> int:
    """Parse a whole number in any digits."""
    try:
        found = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(words.NOT_A_NUMBER) from None
    if abs(found) > _LARGEST:
        raise argparse.ArgumentTypeError(words.NUMBER_TOO_LARGE)
    return found


def day(text: str) -> date:
    """Parse a Gregorian day ``YYYY-MM-DD``."""
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None or not _FIRST_DAY <= found <= _LAST_DAY:
        raise argparse.ArgumentTypeError(words.NOT_A_DAY)
    return found


def path(text: str) -> Path:
    """Parse a path; raises for an empty one, which would mean the current folder."""
    if not text.strip() or "\0" in text:
        raise argparse.ArgumentTypeError(words.NOT_A_PATH)
    return expand_home(text)


def expand_home(text: str) -> Path:
    """Return a path with ``~`` expanded; raises ``EnvironmentProblem``.

    Keys: ``home_unknown`` (of an account that this machine does not know), ``folder_left`` (the path begins in the
    folder one stands in, and that is gone).
    """
    try:
        found = Path(text).expanduser()
        found.absolute()
    except RuntimeError as error:
        raise EnvironmentProblem("home_unknown", path=text) from error
    except OSError as error:
        raise EnvironmentProblem("folder_left", path=text) from error
    return found


def paper_file(text: str) -> Path:
    """Parse an output path whose extension names the format; paths of the office are refused later."""
    found = path(text)
    own = found.name.casefold().startswith(paths.RECORDS)
    if not own and found.suffix.lower() not in (PDF_ENDING, WORD_ENDING):
        raise argparse.ArgumentTypeError(words.NOT_A_PAPER)
    return found


def sheet_file(text: str) -> Path:
    """Parse a path with a spreadsheet extension."""
    found = path(text)
    if found.suffix.lower() != SHEET_ENDING:
        raise argparse.ArgumentTypeError(words.NOT_A_SHEET)
    return found


def printed_code(text: str) -> str:
    """Parse a code from a page or its mark; whether it exists is not checked here."""
    try:
        exact = read_typed(text).exact
    except RuleBroken:
        exact = False
    if not exact:
        raise argparse.ArgumentTypeError(words.NOT_A_CODE)
    return text


def jalali_year(text: str) -> int:
    """Parse a Jalali year in any digits."""
    try:
        found = int(text)
        require_year(found)
    except (ValueError, RuleBroken):
        raise argparse.ArgumentTypeError(words.NOT_A_YEAR) from None
    return found


def jalali_month(text: str) -> JalaliMonth:
    """Parse a Jalali month ``1402-02`` in any digits."""
    match = _MONTH.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError
        return JalaliMonth(int(match[1]), int(match[2]))
    except (ValueError, RuleBroken):
        raise argparse.ArgumentTypeError(words.NOT_A_MONTH) from None


def jalali_day(text: str) -> date:
    """Parse a Jalali day ``1402/02/23`` in any digits."""
    match = _JALALI_DAY.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError
        return from_jalali(int(match[1]), int(match[2]), int(match[3]))
    except (ValueError, RuleBroken):
        raise argparse.ArgumentTypeError(words.NOT_A_JALALI_DAY) from None
