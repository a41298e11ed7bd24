"""The sentence of every refusal: ``RuleBroken`` and ``EnvironmentProblem`` keys in, Persian out.

Who invents a key in a rule, a service or the storage writes its sentence in the module of the stem,
in a table ``REFUSALS: Table = {"key": function_of_facts, …}``, and names that table once below. A
sentence says what is wrong *and* what to do next. There is no fallback: a key without a sentence is a
bug, and ``tests/architecture/test_refusals.py`` finds it before an operator does.
"""

from __future__ import annotations

from typing import Final, Protocol

from desktop_app.text import commands, environment, files, place, recovery, storage
from desktop_app.text.archive_export import archive_export
from desktop_app.text.office import backup_doubts, backups
from desktop_app.text.rules import (
    attached_files,
    fonts,
    founding,
    meetings,
    members,
    minutes,
    paper_orders,
    papers,
    resolutions,
    scheduling,
    settings,
    signing,
    taking_over,
    tasks,
)
from desktop_app.text.shared import dates
from desktop_app.text.shared.tables import Facts, Table


class Refusal(Protocol):
    """What this room needs to know of a refusal (the exceptions live in the domain, above this room)."""

    @property
    def key(self) -> str:
        """The stable name of the rule or problem."""

    @property
    def facts(self) -> Facts:
        """The values that the sentence fills in."""


TABLES: Final[tuple[Table, ...]] = (
    archive_export.REFUSALS,
    attached_files.REFUSALS,
    backup_doubts.REFUSALS,
    backups.REFUSALS,
    commands.REFUSALS,
    dates.REFUSALS,
    environment.REFUSALS,
    files.REFUSALS,
    fonts.REFUSALS,
    founding.REFUSALS,
    meetings.REFUSALS,
    members.REFUSALS,
    minutes.REFUSALS,
    paper_orders.REFUSALS,
    papers.REFUSALS,
    place.REFUSALS,
    recovery.REFUSALS,
    resolutions.REFUSALS,
    scheduling.REFUSALS,
    signing.REFUSALS,
    settings.REFUSALS,
    storage.REFUSALS,
    taking_over.REFUSALS,
    tasks.REFUSALS,
)


def sentence(problem: Refusal) -> str:
    """The Persian sentence of a refusal; a key that no table knows raises ``KeyError``."""
    for table in TABLES:
        if problem.key in table:
            return table[problem.key](problem.facts)
    raise KeyError(problem.key)


def known_keys() -> frozenset[str]:
    """Every key that has a sentence."""
    return frozenset(key for table in TABLES for key in table)
