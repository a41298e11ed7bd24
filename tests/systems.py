"""What a test needs of the system it runs on, each with the reason that the run tells where it is not so."""

from __future__ import annotations

import sys

import pytest


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
