"""The published character test of the bidi algorithm, as Debian's unicode-data ships it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.printing.oracles.packages import need_file

COUNT = 91_707
_BASE: dict[str, int | None] = {"0": 0, "1": 1, "2": None}


@dataclass(frozen=True, slots=True)
class BidiCase:
    """One case; a level is None where the algorithm drops the character, ``order`` runs from left to right."""

    text: str
    direction: int | None
    base: int
    levels: tuple[int | None, ...]
    order: tuple[int, ...]


def cases(step: int = 1) -> Iterator[BidiCase]:
    """Every ``step``-th case of the file, from the first on."""
    path = need_file("/usr/share/unicode/BidiCharacterTest.txt", "unicode-data")
    number = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            if number % step == 0:
                yield _case(line)
            number += 1


def _case(line: str) -> BidiCase:
    codes, direction, base, levels, order = line.strip().split(";")
    return BidiCase(
        text="".join(chr(int(code, 16)) for code in codes.split()),
        direction=_BASE[direction],
        base=int(base),
        levels=tuple(None if level == "x" else int(level) for level in levels.split()),
        order=tuple(map(int, order.split())),
    )
