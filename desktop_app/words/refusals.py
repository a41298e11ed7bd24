"""The sentence of every refusal: ``RuleBroken`` and ``EnvironmentProblem`` keys in, Persian out.

Where the sentences lie, and how a new one comes in: :mod:`desktop_app.words.all_refusals`.
"""

from __future__ import annotations

from typing import Protocol

from desktop_app.words.tables import Facts


class Refusal(Protocol):
    """What this room needs to know of a refusal (the exceptions live in the domain, above this room)."""

    @property
    def key(self) -> str:
        """The stable name of the rule or problem."""

    @property
    def facts(self) -> Facts:
        """The values that the sentence fills in."""


def sentence(problem: Refusal) -> str:
    """The Persian sentence of a refusal; a key that no table knows raises ``KeyError``."""
    # a start that is refused nothing does not load them
    from desktop_app.words.all_refusals import TABLES

    for table in TABLES:
        if problem.key in table:
            return table[problem.key](problem.facts)
    raise KeyError(problem.key)
