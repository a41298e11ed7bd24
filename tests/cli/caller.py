"""The program's commands as tests call them: in this process for speed, or in one of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from desktop_app import cli
from tests.conftest import ROOT

_REFUSAL = re.compile(r"[^\n]*[\u0600-\u06ff][^\n]*[.؛] \[(?P<key>[a-z0-9_]+(:[A-Za-z]+)?)\]\n")


@dataclass(frozen=True, slots=True)
class Told:
    """Exit code and what was written."""

    code: int | None
    out: str
    err: str

    def key(self) -> str:
        """The stable key of a refusal: one Persian sentence on one line, and nothing else on standard error."""
        match = _REFUSAL.fullmatch(self.err)
        assert match, f"no refusal as promised: {self.err!r}"
        return match["key"]


class Caller:
    """Calls commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Told:
        """Run one command and keep what it said."""
        self._capsys.readouterr()
        code = cli.main([str(one) for one in arguments])
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return Told(code, said.out, said.err)


def command(*arguments: object) -> list[str]:
    """The command line of a process of its own."""
    return [sys.executable, "-m", "desktop_app", *(str(one) for one in arguments)]


def run_apart(*arguments: object, **environment: str) -> Told:
    """Run one command as a process, with these variables beside the usual ones."""
    done = subprocess.run(
        command(*arguments), cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False, timeout=60
    )
    return Told(done.returncode, written(done.stdout), written(done.stderr))


def written(said: bytes) -> str:
    """What a process wrote, in lines as Python has them."""
    return said.decode("utf-8").replace(os.linesep, "\n")


def variables(**more: str) -> Mapping[str, str]:
    """This process's environment and more."""
    return {**os.environ, **more}
