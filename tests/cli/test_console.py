"""Where the command line joins and orders its lines itself: on a console that does neither, and nowhere else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pyte
import pytest

from desktop_app.cli import streams
from tests.cli.caller import Caller, command, variables
from tests.conftest import ROOT
from tests.printing.test_console_lines import letters
from tests.systems import only_on_linux

SENTENCE = "داده‌ای نیست."
JOINED = ".ﺖﺴﯿﻧ ﯼﺍﻩﺩﺍﺩ"
COLUMNS, LINES = 40, 24
MARKED = re.compile("([\u064b-\u0655])(.)")
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    ("terminal", "system", "term", "shown"),
    [
        (True, "linux", "linux", JOINED),
        (True, "win32", "", JOINED),
        (True, "linux", "xterm-256color", SENTENCE),
        # a pipe and a file have no screen, whatever the variable says
        (False, "linux", "linux", SENTENCE),
        (False, "win32", "", SENTENCE),
    ],
)
def test_only_a_bare_console_gets_visual_order(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    system: str,
    term: str,
    shown: str,
) -> None:
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: terminal, raising=False)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "platform", system)
    streams.print_line(SENTENCE)
    streams.print_error(SENTENCE)
    streams.print_data(SENTENCE)
    monkeypatch.undo()
    written = capsys.readouterr()
    assert (written.out, written.err) == (f"{shown}\n{SENTENCE}\n", f"{shown}\n")


def test_json_is_for_programs_on_every_console(
    call: Caller, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "linux")
    (first, *_) = json.loads(call("search", "جلسه", "--json", "--data", demo_folder).out)
    assert "جلسه" in str(first)


def to_terminal(term: str, *arguments: object) -> str:
    """All that a command writes to a terminal of this kind."""
    # these are not there on Windows
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    environment = {**os.environ, "TERM": term}
    environment.pop("COLUMNS", None)
    process = subprocess.Popen(command(*arguments), cwd=ROOT, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    written = bytearray()
    # Linux says EIO when the other end is closed
    with suppress(OSError):
        while piece := os.read(ours, 4096):
            written += piece
    process.wait(60)
    os.close(ours)
    return written.decode()


def on_screen(written: str) -> list[str]:
    """The rows of a terminal emulator that neither joins nor orders."""
    screen = pyte.Screen(COLUMNS, LINES)
    pyte.Stream(screen).feed(written)
    return [row.rstrip() for row in screen.display if row.strip()]


def read_from_the_right(rows: list[str]) -> list[str]:
    """The words of visual rows, from the top and the right; Latin words from their left."""
    words = [word for row in rows for word in reversed(row.split())]
    return [word if word.isascii() else MARKED.sub(r"\2\1", letters(word)[::-1]) for word in words]


@only_on_linux("a pseudo-terminal")
def test_a_terminal_emulator_that_orders_nothing_shows_the_sentence(tmp_path: Path) -> None:
    call = ("check", "--data", tmp_path / "nothing")
    told = subprocess.run(command(*call), cwd=ROOT, env=variables(TERM="linux"), capture_output=True, check=False)
    sentence = told.stderr.decode()
    rows = on_screen(to_terminal("linux", *call))
    assert len(rows) > 2
    # the path is broken where the row ends
    words = [word for word in UNSEEN.sub("", sentence).split() if "/" not in word]
    assert [word for word in read_from_the_right(rows) if word in words] == words
    # another terminal joins and orders for itself, and gets the sentence as a pipe does
    assert to_terminal("xterm", *call).replace("\r\n", "\n") == sentence


@only_on_linux("a pseudo-terminal")
def test_help_keeps_its_columns_on_a_bare_console() -> None:
    rows = on_screen(to_terminal("linux", "demo", "--help"))
    (option,) = (row for row in rows if row.startswith("  --seed N  "))
    assert read_from_the_right([option.split(None, 2)[2]])[0] == "عددی"
