"""The services without a window: demo, print, search, check. Stable names, Persian sentences, stable exit codes.

0 done · 1 refused by a rule or the machine · 2 the call itself is wrong. A refusal is one sentence with its key in
brackets on standard error, never a traceback. Reading calls take no lock and work beside an open window; only
``demo`` writes.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop_app import paths
from desktop_app.cli.calls import read
from desktop_app.cli.parser import Answer
from desktop_app.domain.errors import Refused
from desktop_app.text import commands as words

DONE, REFUSED, MISUSED = 0, 1, 2
LOG_NAME = "dabirkhaneh-commands.log"


def main(argv: Sequence[str]) -> int | None:
    """Answer one command, or return None when a window is wanted."""
    for stream in (sys.stdout, sys.stderr):
        # a Windows console of another code page would refuse «ی»
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        asked = read(argv)
    except SystemExit as ended:
        return DONE if ended.code in (0, None) else MISUSED
    answer: Answer | None = asked.answer
    return None if answer is None else _answered(answer, asked)


def _answered(answer: Answer, asked: argparse.Namespace) -> int:
    """Run the command; whatever goes wrong ends as one sentence with a stable key, never as a traceback."""
    try:
        code = answer(asked)
        sys.stdout.flush()
    except Refused as refused:
        from desktop_app.text.shared.refusals import sentence

        return _refuse(words.in_place(refused.field, sentence(refused)), refused.key)
    except KeyboardInterrupt:
        return _refuse(words.INTERRUPTED, "interrupted")
    except BrokenPipeError:
        # whoever reads has seen enough, as `| head` does; the last flush of the interpreter must not complain
        _drop_output()
        return DONE
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            # whatever writes a file has its own refusal of a full disk: this is the answer itself
            _drop_output()
            return _refuse(words.ANSWER_LOST, "answer_not_written")
        _log_fault(error, asked)
        return _refuse(words.UNFORESEEN, f"unforeseen:{type(error).__name__}")
    return code


def _refuse(told: str, key: str) -> int:
    print(f"{told} [{key}]", file=sys.stderr)
    return REFUSED


def _drop_output() -> None:
    """Let what is left go nowhere, so that the interpreter can end without another complaint."""
    with suppress(OSError), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _log_fault(error: Exception, asked: argparse.Namespace) -> None:
    """Write the fault into the log of the data folder, or beside the temporary files when there is none."""
    import traceback

    data = paths.data_folder(getattr(asked, "data", None))
    folder = paths.log_folder(data) if data.is_dir() else Path(tempfile.gettempdir())
    lines = "".join(traceback.format_exception(error))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / LOG_NAME).open("a", encoding="utf-8") as log:
            log.write(f"{lines}\n")
    except OSError:
        # nowhere to write: standard error is the last place, and a trace there is what was promised never to come
        return
