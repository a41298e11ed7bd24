"""Modules that are put off: not loaded by opening the storage, and whole as soon as something in them is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.whole import deciding

FIRST = "import sys\nimport desktop_app.wiring\n"
USES = {
    "nothing": ("", [False, False]),
    "a name": ("import asyncio\nassert asyncio.Queue", [True, False]),
    "a part of it": ("import asyncio.queues\nassert asyncio.queues.Queue and asyncio.run", [True, False]),
    "a name out of it": ("from asyncio import run\nassert callable(run)", [True, False]),
    "a function": (
        "from sqlalchemy.util.concurrency import iscoroutine\n"
        "async def work(): pass\n"
        "begun = work()\n"
        "assert iscoroutine(begun) and not iscoroutine(work)\n"
        "begun.close()",
        [True, False],
    ),
    "a version": ("from importlib import metadata\nassert metadata.version('sqlalchemy')", [False, True]),
    "a version out of it": ("from importlib.metadata import version\nassert version('sqlalchemy')", [False, True]),
    "two threads": (
        "from threading import Thread\n"
        "import asyncio\n"
        "found = []\n"
        "threads = [Thread(target=lambda: found.append(asyncio.Queue)) for _ in range(8)]\n"
        "for one in threads: one.start()\n"
        "for one in threads: one.join()\n"
        "assert len(found) == 8 and len(set(found)) == 1",
        [True, False],
    ),
}


@pytest.mark.parametrize("use", deciding(USES, {"a name out of it", "a version out of it", "two threads"}))
def test_a_module_that_is_put_off_comes_with_its_first_use(use: str) -> None:
    code, loaded = USES[use]
    told = "\nprint(*(name in sys.modules for name in ('asyncio.events', 'importlib.metadata._meta')))"
    done = subprocess.run(
        [sys.executable, "-c", FIRST + code + told], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    assert done.stdout.split() == [str(one) for one in loaded]


def test_a_module_that_is_loaded_stays() -> None:
    first = "import sys, asyncio\nimport desktop_app.wiring\nimport asyncio as again\nprint(asyncio is again)"
    done = subprocess.run([sys.executable, "-c", first], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "True\n"
