"""The two kinds of refusal shown to the operator; every other exception is a bug.

A refusal carries a stable key and facts, never a sentence: screens, the command line and paper
look the sentence up in :mod:`desktop_app.words.refusals`.
"""

from __future__ import annotations

from typing import Self


class Refused(Exception):
    """A refusal that is not a bug: a stable ``key`` and the ``facts`` for its sentence."""

    def __init__(self, key: str, *, field: str = "", **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.field = field
        self.facts = facts

    def beside(self, field: str, **facts: object) -> Self:
        """Return the refusal for another field, with further facts."""
        return type(self)(self.key, field=field, **{**self.facts, **facts})

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.key}({shown})" if shown else self.key


class RuleBroken(Refused):
    """A rule of the committee forbids the act; ``field`` names the input to change."""


class EnvironmentProblem(Refused):
    """The machine prevents the act: disk full, folder read-only, file open elsewhere, lock held."""
