"""Persian words by the hundred thousand, from Debian's spelling dictionary."""

from __future__ import annotations

from tests.printing.oracles.packages import need_file

COUNT = 331_788


def words(count: int | None = None) -> list[str]:
    """All words of the dictionary, or ``count`` of them evenly spaced."""
    path = need_file("/usr/share/hunspell/fa_IR.dic", "myspell-fa")
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    found = [word for line in lines if (word := line.split("/")[0].strip())]
    if count is None:
        return found
    return [found[index * len(found) // count] for index in range(count)]
