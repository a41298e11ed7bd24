"""Facts of the program as rows: a label, a value, and the folder that can be opened beside it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.read_models.program_help import ProgramFacts
from desktop_app.text import help as words


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row; ``place`` is empty where there is no folder to show."""

    label: str
    value: str
    place: str = ""


def rows_of(facts: ProgramFacts) -> tuple[FactRow, ...]:
    """All of them, in the order in which support asks."""
    return (
        FactRow(words.VERSION, facts.version),
        FactRow(words.DATA, facts.data, facts.data),
        FactRow(words.COPIES, facts.copies, facts.copies),
        FactRow(words.LOG, facts.log, facts.log),
        FactRow(words.SETTINGS, facts.settings, facts.settings),
        FactRow(words.PROGRAM, facts.program, facts.program),
        FactRow(words.SCHEMA, str(facts.schema)),
        FactRow(words.SYSTEM, facts.system),
        FactRow(words.RUNS_ON, f"Python {facts.python}, Qt {facts.qt}, SQLite {facts.sqlite}"),
    )


def as_text(facts: ProgramFacts) -> str:
    """What is copied for a call with support."""
    lines = [words.PRODUCT, *(words.copied_fact(row.label, row.value) for row in rows_of(facts))]
    return "\n".join(lines)
