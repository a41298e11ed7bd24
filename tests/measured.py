"""Coverage is counted only while the tests of rules and services themselves run.

What a window or a paper happens to call on its way proves nothing about a rule, and to watch all rooms doubles the time
of the whole suite.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import coverage
import pytest

ROOMS = ("domain", "services")
TESTS = Path(__file__).resolve().parent


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Begin or break off before a test; nothing is done while one room follows itself."""
    plugin = item.config.pluginmanager.get_plugin("_cov")
    controller = plugin.cov_controller if plugin is not None else None
    if controller is not None and controller.started != counted(item.path):
        if controller.started:
            controller.pause()
            _stop_the_one_below()
        else:
            controller.resume()
    return (yield)


def _stop_the_one_below() -> None:
    """In a worker the plugin has begun twice, as if alone and as a worker; the first would go on, for nobody."""
    while (running := coverage.Coverage.current()) is not None:
        running.stop()


def counted(file: Path) -> bool:
    """Whether the lines that a test file runs through count."""
    return file.relative_to(TESTS).parts[0] in ROOMS
