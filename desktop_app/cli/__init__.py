"""Command line of the services, without a window: stable names, Persian sentences, stable exit codes.

0 done · 1 refused by a rule or the machine · 2 the call itself is wrong. A refusal is one sentence with its key in
brackets on standard error, never a traceback. Reading calls take no lock and work beside an open window, and so does
``backup``; ``demo``, ``import``, ``attach`` and ``restore`` write into the folder and take its lock. Of damaged data
the reading calls do what they are arguments, and say on standard error that the data are damaged.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress

from desktop_app.cli import streams
from desktop_app.cli.calls import read
from desktop_app.cli.interrupting import Interrupted, InterruptWatch
from desktop_app.cli.parser import Answer
from desktop_app.domain.errors import Refused
from desktop_app.system import disk, paths
from desktop_app.words import commands as words

CONFIRMED = {
    "clock_ahead": ("clock_ok", words.CLOCK_CONFIRM),
    "clock_behind": ("clock_ok", words.CLOCK_CONFIRM),
}
"""Refusals that an option confirms, and what is said of it where the command has that option."""
FURTHER = dict.fromkeys(("database_vanished", "database_beginning_damaged"), words.BRING_BACK)
"""What else leads on from the command line, where the sentence is the window's, too."""
DONE, REFUSED, MISUSED = 0, 1, 2
LOG_NAME = "commands.log"
_TOLD_ALWAYS = frozenset({"restore_differs"})
"""Keys of refusals after which the data are others: also where Ctrl+C came before."""
UNFILTERED = "dabirkhaneh-commands.log"


def main(argv: Sequence[str]) -> int | None:
    """Run one command and return its exit code; None when the arguments ask for the window."""
    streams.complete_streams()
    with InterruptWatch() as watch:
        try:
            return _main(argv, watch)
        except KeyboardInterrupt as stopped:
            watch.end()
            return _refuse(stopped.message if isinstance(stopped, Interrupted) else words.INTERRUPTED, "interrupted")


def _main(argv: Sequence[str], watch: InterruptWatch) -> int | None:
    try:
        arguments = read(argv)
    except SystemExit as ended:
        # help, the version or a wrong call: written already, and perhaps held back still
        code = DONE if ended.code in (0, None) else MISUSED
        return _answered(lambda _asked: code, argparse.Namespace(), watch)
    except Refused as refused:
        # a path that leads nowhere on this machine is refused as soon as it is read
        return _refuse_as(refused, argparse.Namespace())
    answer: Answer | None = arguments.answer
    return None if answer is None else _answered(answer, arguments, watch)


def _answered(answer: Answer, arguments: argparse.Namespace, watch: InterruptWatch) -> int:
    """Run the command; every failure becomes one sentence with a stable key, never a traceback."""
    try:
        code = answer(arguments)
        streams.flush_output()
    except Refused as refused:
        if refused.key not in _TOLD_ALWAYS:
            _end_if_interrupted(watch, refused)
        return _refuse_as(refused, arguments)
    except streams.ReaderGone:
        streams.discard_output()
        return DONE
    except streams.NoRoom:
        streams.discard_output()
        return _refuse(words.ANSWER_LOST, "answer_not_written")
    except Exception as error:
        _end_if_interrupted(watch, error)
        _log_fault(error, arguments)
        return _refuse(words.UNFORESEEN, f"unforeseen:{type(error).__name__}")
    return code


def _end_if_interrupted(watch: InterruptWatch, error: Exception) -> None:
    """Raise ``Interrupted`` when the error follows from Ctrl+C."""
    if watch.came:
        raise Interrupted from error


def _refuse_as(refused: Refused, arguments: argparse.Namespace) -> int:
    from desktop_app.words.refusals import sentence

    told = words.in_place(refused.field, sentence(refused))
    option, confirm = CONFIRMED.get(refused.key, ("", ""))
    if option and hasattr(arguments, option):
        told = f"{told} {confirm}"
    if refused.key in FURTHER:
        told = f"{told} {FURTHER[refused.key]}"
    return _refuse(told, refused.key)


def _refuse(refusal: str, key: str) -> int:
    streams.print_error(f"{refusal} [{key}]")
    return REFUSED


def _log_fault(error: Exception, arguments: argparse.Namespace) -> None:
    """Write the fault report into the log of the data folder, as the window does.

    Without a folder it goes into the user's own on this machine. Where nothing can be written it is lost: a trace on
    standard error is what was promised never to come.
    """
    from desktop_app.faults.log import append
    from desktop_app.faults.report import describe

    data = paths.data_folder(getattr(arguments, "data", None))
    if not paths.is_folder(data):
        data = paths.chosen_folder_file().parent
    folder = paths.log_folder(data)
    with suppress(OSError):
        # an earlier version kept values of the records in it, and the operator may be asked to send the folder
        disk.remove(folder / UNFILTERED)
    append(folder / LOG_NAME, describe(error, "command line").text)
