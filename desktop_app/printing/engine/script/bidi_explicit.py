"""Rules P2–P3 and X1–X10 of UAX #9: explicit levels, isolates and isolating run sequences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_MAX_DEPTH = 125
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_EMBEDDINGS = frozenset(("LRE", "RLE", "LRO", "RLO"))


@dataclass(slots=True)
class RunSequence:
    """One isolating run sequence: indices, classes, level and outer directions."""

    indices: list[int]
    classes: list[str]
    level: int
    start: str
    end: str


def matching_pdi(classes: list[str]) -> dict[int, int]:
    """Return the matching PDI of each isolate initiator that has one (rule BD9)."""
    found: dict[int, int] = {}
    open_at: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATES:
            open_at.append(index)
        elif kind == "PDI" and open_at:
            found[open_at.pop()] = index
        elif kind == "B":
            open_at.clear()
    return found


def base_level(classes: list[str], start: int = 0, end: int | None = None) -> int:
    """Return the level of the first strong character outside isolates; 0 if there is none (rules P2, P3)."""
    depth = 0
    for index in range(start, len(classes) if end is None else end):
        kind = classes[index]
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind == "B":
            return 0
        elif depth == 0 and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return 0


class _Explicit:
    """Directional status stack of a paragraph for rules X1–X8."""

    def __init__(self, classes: list[str], base: int) -> None:
        self.classes = classes
        self.base = base
        self.pairs = matching_pdi(classes)
        self.levels = [base] * len(classes)
        self.reset()

    def reset(self) -> None:
        self.stack: list[tuple[int, str, bool]] = [(self.base, "", False)]
        self.overflow_isolates = 0
        self.overflow_embeddings = 0
        self.valid_isolates = 0

    def _next_level(self, right: bool) -> int:
        level = self.stack[-1][0]
        return (level + 1) | 1 if right else (level + 2) & ~1

    def embed(self, index: int, kind: str) -> None:
        """Apply rules X2–X5."""
        self.levels[index] = -1
        level = self._next_level(kind in ("RLE", "RLO"))
        if level <= _MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            override = {"RLO": "R", "LRO": "L"}.get(kind, "")
            self.stack.append((level, override, False))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def isolate(self, index: int, kind: str) -> None:
        """Apply rules X5a–X5c."""
        level, override, _ = self.stack[-1]
        self.levels[index] = level
        right = kind == "RLI"
        if kind == "FSI":
            right = base_level(self.classes, index + 1, self.pairs.get(index, len(self.classes))) == 1
        inner = self._next_level(right)
        if override:
            self.classes[index] = override
        if inner <= _MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.valid_isolates += 1
            self.stack.append((inner, "", True))
        else:
            self.overflow_isolates += 1

    def pop_isolate(self, index: int) -> None:
        """Apply rule X6a."""
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1
        level, override, _ = self.stack[-1]
        self.levels[index] = level
        if override:
            self.classes[index] = override

    def pop_embedding(self, index: int) -> None:
        """Apply rule X7."""
        self.levels[index] = -1
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1][2] and len(self.stack) > 1:
            self.stack.pop()

    def walk(self) -> None:
        """Apply rules X1–X8 to the whole paragraph."""
        for index, kind in enumerate(tuple(self.classes)):
            if kind in _EMBEDDINGS:
                self.embed(index, kind)
            elif kind in _ISOLATES:
                self.isolate(index, kind)
            elif kind == "PDI":
                self.pop_isolate(index)
            elif kind == "PDF":
                self.pop_embedding(index)
            elif kind == "BN":
                self.levels[index] = -1
            elif kind == "B":
                self.reset()
                self.levels[index] = self.base
            else:
                level, override, _ = self.stack[-1]
                self.levels[index] = level
                if override:
                    self.classes[index] = override


def explicit_levels(classes: list[str], base: int) -> tuple[list[int], list[RunSequence]]:
    """Return explicit levels (-1 for characters removed by rule X9) and isolating run sequences."""
    original = tuple(classes)
    state = _Explicit(classes, base)
    state.walk()
    return state.levels, _sequences(original, classes, state.levels, state.pairs, base)


def _sequences(
    original: tuple[str, ...], classes: list[str], levels: list[int], pairs: dict[int, int], base: int
) -> list[RunSequence]:
    """Return the isolating run sequences with their outer directions (rule X10)."""
    kept = [index for index, level in enumerate(levels) if level >= 0]
    place = {index: position for position, index in enumerate(kept)}
    found = []
    for indices in _joined_runs(original, _level_runs(kept, levels), pairs):
        first, last = place[indices[0]], place[indices[-1]]
        level = levels[indices[0]]
        before = levels[kept[first - 1]] if first else base
        unclosed = original[indices[-1]] in _ISOLATES
        after = base if unclosed or last + 1 == len(kept) else levels[kept[last + 1]]
        found.append(
            RunSequence(
                indices,
                [classes[index] for index in indices],
                level,
                _side(max(level, before)),
                _side(max(level, after)),
            )
        )
    return found


def _level_runs(kept: list[int], levels: list[int]) -> list[list[int]]:
    """Return the longest runs of one level (rule BD7)."""
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _joined_runs(original: tuple[str, ...], runs: list[list[int]], pairs: dict[int, int]) -> Iterator[list[int]]:
    """Yield level runs joined over their isolates (rule BD13)."""
    by_first = {run[0]: run for run in runs}
    continued = set(pairs.values())
    for run in runs:
        if original[run[0]] == "PDI" and run[0] in continued:
            continue
        indices = list(run)
        while original[indices[-1]] in _ISOLATES and indices[-1] in pairs:
            indices += by_first[pairs[indices[-1]]]
        yield indices


def _side(level: int) -> str:
    return "R" if level & 1 else "L"
