"""Cases of dear tests: those that decide run always, all of them with ``--whole``, which a release needs.

``@pytest.mark.parametrize("seats", deciding(range(1, 41), {1, 20, 21}))`` runs three cases, and forty with ``--whole``.
Beside each such set stands why these decide. A test marked ``whole`` as such is a rarer variant, or a slower proof, of
what other tests of its file decide.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    # private: pytest has no public name for the type of a parameter with its marks
    from _pytest.mark.structures import ParameterSet

MARK = "whole"
Share = Callable[[int, int], int]
"""How many of many random cases are tried: the first number each day, the second with ``--whole``."""


def deciding(cases: Iterable[Any], decide: Collection[Any], *, several: bool = False) -> list[ParameterSet]:
    """All cases, of which those that do not decide wait for ``--whole``; ``several`` parameters make one case."""
    every = list(cases)
    missing = [case for case in decide if case not in every]
    assert not missing, f"no case: {missing}"
    waits = getattr(pytest.mark, MARK)
    return [pytest.param(*(case if several else (case,)), marks=() if case in decide else waits) for case in every]


@pytest.fixture(scope="session")
def share(pytestconfig: pytest.Config) -> Share:
    """So many random cases."""
    whole = pytestconfig.getoption("--whole")
    return lambda each_day, every: every if whole else each_day


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that a release is tested with."""
    parser.addoption("--whole", action="store_true", help="every case of the dear tests, not only those that decide")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what waits for the whole run, and say how many they are."""
    if config.getoption("--whole"):
        return
    later = [item for item in items if item.get_closest_marker(MARK) is not None]
    if later:
        config.hook.pytest_deselected(items=later)
        items[:] = [item for item in items if item.get_closest_marker(MARK) is None]
