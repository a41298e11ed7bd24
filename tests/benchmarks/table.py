"""One measurement's result, as it stands in last.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """A title, a head, rows, and the sentence that tells what was compared and what is aimed at."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str

    def markdown(self) -> str:
        """The table as Markdown."""
        lines = [f"## {self.title}", "", _row(self.head), _row(tuple("---" for _ in self.head))]
        lines += [_row(row) for row in self.rows]
        return "\n".join([*lines, "", self.note, ""])


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"
