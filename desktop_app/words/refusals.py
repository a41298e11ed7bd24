"""Returns the Persian sentence of a refusal from the key of ``RuleBroken`` or ``EnvironmentProblem``.

Where the sentences lie, and how a new one comes in: :mod:`desktop_app.words.all_refusals`.
"""

from __future__ import annotations

from typing import Protocol

from desktop_app.words.tables import Facts


class Refusal(Protocol):
    """Interface of a refusal; the exceptions are defined in the domain."""

    @property
    def key(self) -> str:
        """The stable key of the rule or problem."""

    @property
    def facts(self) -> Facts:
        """The values for the placeholders of the sentence."""


def sentence(problem: Refusal) -> str:
    """Return the Persian sentence of a refusal; an unknown key raises ``KeyError``."""
    # a start that is refused nothing does not load them
    from desktop_app.words.all_refusals import TABLES

    for table in TABLES:
        if problem.key in table:
            return table[problem.key](problem.facts)
    raise KeyError(problem.key)
