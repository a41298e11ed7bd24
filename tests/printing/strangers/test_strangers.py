"""Files from elsewhere: however hostile, each way in ends within the limits, and the child process with it."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PIL import Image

from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.files import OTHER, PDF, PNG, FileDoubt
from desktop_app.printing import stranger_files as client
from desktop_app.printing.stranger_files import StrangerFile
from desktop_app.printing.stranger_limits import Limits
from desktop_app.printing.strangers.paper_reading import doubt_of, found_in_pdf
from desktop_app.printing.strangers.scan_reader import ScanReader
from desktop_app.system import paths
from tests.conftest import ROOT
from tests.printing.strangers.hostile import CASES, HOSTILE, blank, endless_contents, mesh, nested
from tests.refusing import refused
from tests.systems import not_on_windows

NAME = "فایل"
SLOW = {"function shading", "mesh"}
"""They end at the limit of time as endless drawing does, each by another way through the drawing."""
EACH_DAY = [
    pytest.param(*case.values, marks=(*case.marks, *((pytest.mark.whole,) if case.values[0] in SLOW else ())))
    for case in CASES
]
SLACK = 4
"""Seconds for the start of a child on a busy machine."""


def key_of(asked: Iterator[object]) -> str:
    """The key of the refusal that ends it; empty where it comes to its end."""
    try:
        for _one in asked:
            pass
    except Refused as problem:
        return problem.key
    return ""


def type_of(content: bytes) -> str:
    """As the store sees it."""
    if content.startswith((b"%PDF", b"\x89PNG")):
        return PDF if content.startswith(b"%PDF") else PNG
    return "image/jpeg" if content else OTHER


@pytest.mark.usefixtures("low_limits")
@pytest.mark.parametrize(
    "which",
    [
        pytest.param(*case.values, marks=[*case.marks, *[pytest.mark.whole] * (case.values[0] in SLOW)])
        for case in CASES
    ],
)
def test_every_way_in_ends_within_the_limits(which: str, low_limits: Limits) -> None:
    wanted = HOSTILE[which]
    content = wanted.make()
    begun = time.monotonic()
    assert doubt_of(content, type_of(content), "نامه.pdf") is wanted.doubt
    with StrangerFile(ChosenFile(NAME, content=content)) as file:
        drawn = key_of(file.ask("sizes")) or key_of(file.ask("pixels", page=0, width=900))
    assert drawn == wanted.drawn
    assert key_of(ScanReader().pages([ChosenFile(NAME, content=content)], no_progress)) == wanted.scan
    if type_of(content) == PDF:
        unread: dict[FileDoubt | None, str] = {
            FileDoubt.LOCKED: "pdf_unreadable",
            FileDoubt.TOO_MUCH: "file_not_finished",
        }
        assert key_of(found_in_pdf(one) for one in (content,)) == unread.get(wanted.doubt, "")
    assert time.monotonic() - begun < 4 * (low_limits.page_seconds + SLACK)


def test_a_child_that_was_ended_is_started_anew(low_limits: Limits) -> None:
    assert low_limits.pages
    with StrangerFile(ChosenFile(NAME, content=nested(30, 3))) as file:
        with refused("file_not_finished"):
            file.one("pixels", page=0, width=900)
        assert file.one("sizes")[0] == [[595, 842]]


def test_what_waits_may_give_it_up_amid_a_page() -> None:
    class GivenUp(Exception):
        """Nobody waits any more."""

    begun = time.monotonic()

    def told(_done: int, _total: int) -> None:
        if time.monotonic() - begun > 1:
            raise GivenUp

    with StrangerFile(ChosenFile(NAME, content=mesh())) as file, pytest.raises(GivenUp):
        file.one("pixels", told, page=0, width=900)
    assert time.monotonic() - begun < 1 + SLACK


def test_closing_ends_it_amid_a_page() -> None:
    file = StrangerFile(ChosenFile(NAME, content=mesh()))
    threading.Timer(1, file.close).start()
    begun = time.monotonic()
    with refused("file_not_finished"):
        file.one("pixels", page=0, width=900)
    assert time.monotonic() - begun < 1 + SLACK


def test_a_file_has_a_limit_besides_that_of_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LIMITS", Limits(file_seconds=1))
    with StrangerFile(ChosenFile(NAME, content=blank(40))) as file, refused("file_not_finished"):
        list(file.ask("scan"))
    assert Limits().seconds(60) == 60
    assert Limits().seconds(300) == 300


@not_on_windows("Wine sets no memory limit of a job")
def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    content = endless_contents(100)
    with StrangerFile(ChosenFile(NAME, content=content)) as file:
        assert file.one("pixels", page=0, width=90)
    monkeypatch.setattr(client, "LIMITS", Limits(memory=200 * 1024 * 1024))
    with StrangerFile(ChosenFile(NAME, content=content)) as file, refused("file_not_finished"):
        file.one("pixels", page=0, width=90)


def test_no_child_outlives_a_parent_that_was_killed() -> None:
    said = (
        "import sys; sys.path.insert(0, '.')\n"
        "from desktop_app.printing.stranger_files import StrangerFile\n"
        "from desktop_app.domain.read_models.scans import ChosenFile\n"
        "from tests.printing.strangers.hostile import mesh\n"
        "file = StrangerFile(ChosenFile('a', content=mesh()))\n"
        "file.one('sizes'); print(file._child._process.pid, flush=True); file.one('pixels', page=0, width=2000)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", said], cwd=ROOT, stdout=subprocess.PIPE, encoding="ascii")
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    time.sleep(0.5)
    assert _runs(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + SLACK
    while _runs(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _runs(child)


def test_the_child_loads_neither_window_nor_records() -> None:
    code = (
        "import sys, desktop_app.__main__ as program\n"
        "sys.stdin.close(); sys.stdin = open(0, closefd=False)\n"
        "import desktop_app.printing.strangers.child, desktop_app.printing.strangers.jobs\n"
        "import desktop_app.printing.strangers.jobs, desktop_app.printing.scans.scan_files\n"
        "print([one for one in sys.modules if one.split('.')[0] in ('PySide6', 'sqlalchemy', 'reportlab')])\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True, stdin=subprocess.PIPE
    )
    assert told.stdout.strip() == "[]"


def test_the_program_serves_when_it_is_asked_by_its_hidden_argument() -> None:
    child = subprocess.run(
        [*paths.console_command(), client.ARGUMENT],
        cwd=paths.program_folder(),
        input=b"",
        capture_output=True,
        check=False,
    )
    assert (child.returncode, child.stdout, child.stderr) == (0, b"", b"")


def test_pages_of_a_picture_are_those_of_the_picture() -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (250, 10, 20)).save(out, "PNG")
    with StrangerFile(ChosenFile(NAME, content=out.getvalue())) as file:
        size, pixels = file.one("pixels", page=0, width=30)
        assert size == [30, 20]
        assert pixels[:4] == bytes((20, 10, 250, 255))


def test_a_closed_file_starts_no_child() -> None:
    """A question of another thread may come right after the file was let go."""
    file = StrangerFile(ChosenFile(NAME, content=mesh()))
    file.close()
    begun = time.monotonic()
    with refused("file_not_finished"):
        file.one("pixels", page=0, width=900)
    assert time.monotonic() - begun < 0.1


def test_a_picture_of_a_telephone_is_one_page() -> None:
    out = io.BytesIO()
    image = Image.new("RGB", (60, 40), (250, 10, 20))
    image.save(out, "MPO", save_all=True, append_images=[image.resize((20, 10))])
    with StrangerFile(ChosenFile(NAME, content=out.getvalue())) as file:
        assert len(file.one("sizes")[0]) == 1


def _runs(process: int) -> bool:
    """Whether it is there, and no zombie that nobody has waited for."""
    if sys.platform == "win32":
        told = subprocess.run(["tasklist", "/FI", f"PID eq {process}"], capture_output=True, check=False).stdout
        return str(process).encode() in told
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, check=False).stdout
    return bool(found.strip()) and not found.startswith(b"Z")
