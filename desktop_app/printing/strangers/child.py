"""Child process: reads requests about its files, and answers each page by page.

It is started by :class:`~desktop_app.printing.stranger_files.StrangerFile`, and ends when its pipe is closed. Where a
toolkit keeps hold of Python's lock meanwhile, the timer of ``faulthandler`` ends it.
"""

from __future__ import annotations

import faulthandler
import os
import queue
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO, Final

from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.stranger_frames import receive, send
from desktop_app.printing.stranger_limits import Limits, limit_own_memory

_GRACE: Final = 5
"""Seconds beyond those of a page: the program itself has ended the child before, if it lives."""
_STACK: Final = 262_144

Request = tuple[dict[str, Any], bytes]


def serve() -> int:
    """Answer requests until the pipe is closed; return the exit code."""
    with open(os.dup(1), "wb") as out, Path(os.devnull).open("wb") as nothing:  # noqa: PTH123 - the first is no path
        # what a library prints goes nowhere
        os.dup2(nothing.fileno(), 1)
        requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
        threading.stack_size(_STACK)
        threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
        head, body = requests.get()
        limits = Limits(**head["limits"])
        limit_own_memory(limits.memory)
        _Answers(out, nothing, limits, _files(head, body)).give(requests)
    return 0


class _Answers:
    """Sender of the answers of one process."""

    def __init__(self, out: BinaryIO, nothing: BinaryIO, limits: Limits, files: list[ChosenFile]) -> None:
        from PIL import Image

        from desktop_app.printing.strangers.jobs import Jobs

        # ``printing/pictures.py`` judges the sizes of pictures
        Image.MAX_IMAGE_PIXELS = None
        self._out, self._nothing, self._limits = out, nothing, limits
        self._jobs = Jobs(files, limits, self._tell)

    def give(self, requests: queue.SimpleQueue[Request]) -> None:
        """Answer one request after another."""
        while True:
            head, _body = requests.get()
            send(self._out, self._end(head))

    def _end(self, head: dict[str, Any]) -> dict[str, Any]:
        try:
            self._watch()
            for answer, body in self._jobs.do(head["do"], head["with"]):
                faulthandler.cancel_dump_traceback_later()
                send(self._out, {"answer": answer}, body)
                self._watch()
        except Refused as refused:
            facts = {name: value for name, value in refused.facts.items() if isinstance(value, str | int | float)}
            rule = isinstance(refused, RuleBroken)
            return {"refused": [rule, refused.key, refused.field, facts]}
        except MemoryError:
            return {"fault": "memory"}
        except Exception as error:
            return {"fault": f"{type(error).__name__}: {error}"}
        finally:
            faulthandler.cancel_dump_traceback_later()
        return {"end": True}

    def _tell(self, done: int, total: int) -> None:
        self._watch()
        send(self._out, {"told": [done, total]})

    def _watch(self) -> None:
        seconds = self._limits.page_seconds + _GRACE
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._nothing)


def _listen(source: BinaryIO, requests: queue.SimpleQueue[Request]) -> None:
    """Queue requests; exit the process when the pipe is closed."""
    while (request := receive(source)) is not None:
        requests.put(request)
    os._exit(0)


def _files(head: dict[str, Any], body: bytes) -> list[ChosenFile]:
    files, at = [], 0
    for name, path, size in head["files"]:
        content = body if size == len(body) else body[at : at + size]
        files.append(ChosenFile(name, Path(path) if path else None, content))
        at += size
    return files
