"""`package --twice`: all is built a second time from the same commit and held against the first, byte by byte."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from devtools.windows import installer, tested_sources
from devtools.windows.bundle import FOLDER, Bundle, build
from devtools.windows.package import Package
from devtools.windows.steps import Steps, require

SIGNED: Final = ("*.exe",)
"""What may differ where a certificate was given: a signature carries its time. Else nothing may."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What two folders do not have in common: files of one alone, and files whose content differs."""

    alone: tuple[str, ...]
    content: tuple[str, ...]

    def unnamed(self, may_differ: Sequence[str] = ()) -> tuple[str, ...]:
        """What no exception is named for; a file that only one of them has is never one."""
        named = [name for name in self.content if any(fnmatchcase(name, pattern) for pattern in may_differ)]
        return (*self.alone, *(name for name in self.content if name not in named))


def take(made: Package, steps: Steps) -> None:
    """Build again beside the first, and compare."""
    again: list[Bundle] = []

    def second() -> str:
        again.append(build(made.machine, FOLDER / "again"))
        return f"{len(again[0].files())} files"

    def handed_out() -> str:
        with tempfile.TemporaryDirectory() as place:
            out = Path(place)
            files = [installer.setup(again[0], out, made.edition), installer.portable(again[0], out, made.edition)]
            names = {file.name for file in files}
            found = difference(
                {file.name: file for file in made.files if file.name in names}, {f.name: f for f in files}
            )
        require(not found.unnamed(), f"differ: {', '.join(found.unnamed())}")
        return "setup and portable archive are the same to the byte"

    if steps.take("same sources", lambda: require_sources(made.built)) and steps.take("second build", second):
        steps.take("bundles compared", lambda: compared(made.built, again[0], SIGNED if made.signed else ()))
        if not made.signed:
            steps.take("setups compared", handed_out)


def require_sources(first: Bundle) -> str:
    """A bundle that stood (``--built``) may be of another commit: then the two differ, and nothing is found out."""
    now = str(tested_sources.sources())
    require(
        first.built_from == now,
        f"the bundle that stands was built from {first.built_from or 'a commit that it does not tell'}, and the sources"
        f" are those of {now}; without --built it is built anew",
    )
    return f"both builds are of {now}"


def compared(first: Bundle, second: Bundle, may_differ: Sequence[str] = ()) -> str:
    """Hold two bundles against each other; what it came to."""
    found = difference(places(first), places(second))
    wrong = found.unnamed(may_differ)
    require(not wrong, f"{len(wrong)} differ: {', '.join(wrong[:10])}")
    exceptions = (
        f"but those of {', '.join(found.content)}, which are signed" if found.content else "without an exception"
    )
    return f"{len(first.files())} files, the same names and contents {exceptions}"


def difference(first: dict[str, Path], second: dict[str, Path]) -> Difference:
    """By their names: the files of one alone, and those that differ."""
    alone = sorted(first.keys() ^ second.keys())
    content = [name for name in sorted(first.keys() & second.keys()) if _digest(first[name]) != _digest(second[name])]
    return Difference(tuple(alone), tuple(content))


def places(bundle: Bundle) -> dict[str, Path]:
    """The files of a bundle by their places in it."""
    return {file.relative_to(bundle.folder).as_posix(): file for file in bundle.files()}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
