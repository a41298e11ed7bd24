"""What a test needs of the system it runs on, each with the reason that the run tells where it is not so."""

from __future__ import annotations

import os
import sys
from typing import Final

import pytest

from devtools.test_run import LEFT_OUT

CONFINED: Final = "DABIR_CONFINED"
"""The variable that a confined run has, in which the kernel ends whoever asks for an internet socket."""


def not_on_windows(why: str) -> pytest.MarkDecorator:
    """A test that cannot be so on Windows."""
    return pytest.mark.skipif(sys.platform == "win32", reason=f"not on Windows: {why}")


def only_on_windows(why: str) -> pytest.MarkDecorator:
    """A test that says nothing elsewhere."""
    return pytest.mark.skipif(sys.platform != "win32", reason=f"only on Windows: {why}")


def only_on_linux(why: str) -> pytest.MarkDecorator:
    """A test that asks what Linux alone has."""
    return pytest.mark.skipif(sys.platform != "linux", reason=f"only on Linux: {why}")


def skip_on_windows(why: str) -> None:
    """End a test that has found out on its way that this Windows cannot do it; elsewhere it goes on."""
    if sys.platform == "win32":
        pytest.skip(f"not on Windows: {why}")


def leave_out_if_confined(why: str) -> None:
    """Leave a test out, aloud, where it comes to start what asks for the network for itself and not for us."""
    if CONFINED in os.environ:
        pytest.skip(LEFT_OUT + why)
