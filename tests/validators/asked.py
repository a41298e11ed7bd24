"""Asking a validator: a program of this machine or of the one below this Windows; a missing one is never a pass."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from dataclasses import dataclass
from typing import Any, Final

import pytest

from tests.systems import skip_on_windows

PORT: Final = "DABIR_VALIDATORS"
"""The variable with the port at which the machine below answers."""
LONGEST: Final = 120.0
"""Seconds that a validator may take over one question."""
_SPARE: Final = 10.0
"""Seconds after that for the machine below to say that it took longer."""


@dataclass(frozen=True, slots=True)
class ProgramResult:
    """How a validator ended and what it wrote."""

    code: int
    out: str
    err: str


def run_validator(program: str, package: str, *arguments: str, ends_well: bool = True) -> ProgramResult:
    """Run a validator over files; it has to end well unless how it ends is the question."""
    if is_far():
        told = ProgramResult(**ask("program", program, arguments))
    else:
        command = [need_program(program, package), *arguments]
        done = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
        told = ProgramResult(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert told.code == 0 or not ends_well, f"{program} ended with {told.code}: {told.err}"
    return told


def need_program(name: str, package: str) -> str:
    """The full path of a program; a failed test that names the Debian package, or on Windows a test that is not run."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"this proof needs the program {name}: install the Debian package {package}", pytrace=False)
    return found


def is_far() -> bool:
    """Whether the validators are asked over there; skips a test on a Windows that nobody serves."""
    if PORT not in os.environ:
        skip_on_windows("judged by programs of Debian, and no Debian serves this one")
    return PORT in os.environ


def ask(name: str, *arguments: Any) -> Any:
    """What a function of :mod:`tests.validators.served` answers."""
    place = ("127.0.0.1", int(os.environ[PORT]))
    with socket.create_connection(place, LONGEST + _SPARE) as line, line.makefile("rwb") as both:
        both.write(json.dumps([name, *arguments]).encode() + b"\n")
        both.flush()
        answer = json.loads(both.readline())
    if "failed" in answer:
        pytest.fail(answer["failed"], pytrace=False)
    return answer["told"]
