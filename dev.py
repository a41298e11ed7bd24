#!/usr/bin/env python3
"""One entry for the people who build Dabirkhaneh; the standard library is all that it needs.

It makes .venv, installs the locked components into it (again only when the lock has changed), and on
Debian as root installs the system packages that are missing. Then it does what was asked:
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

VERBS: dict[str, str] = {
    "run": "start the program; --demo with demo data, --headless without a display",
    "test": "run the tests (all, or what the arguments choose); --whole before a release, --seed N for an order",
    "windows": "run the tests on Windows under Wine; --quick a part of them, --print print jobs, --kills killed acts",
    "check": "format, lint, types here and on Windows, bans for Windows, import contracts, forms fresh",
    "witnesses": "install the programs that judge the paper from outside; without them their tests say so",
    "forms": "make desktop_app/forms/ anew from ui/",
    "gallery": "photograph every page on a fixed demo day",
    "bench": "run the measurements and write tests/benchmarks/last.md",
    "features": "lines of program and tests, and seconds of the last run, by feature",
    "figures": "how long, branching and flat the sources are; --write puts it into the README",
    "holidays": "make resources/holidays/ anew",
    "schemas": "make resources/schemas/ anew",
    "icon": "make the icon of the program anew from its drawing",
    "lock": "make the lock files anew",
    "package": "build the setup for Windows into dist/; --check tries it, --twice builds again, --start measures",
}


def main(arguments: Sequence[str]) -> int:
    """Do the asked verb and return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what meets an older Python first
        print(f"Python 3.11, 3.12 or 3.13 is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    if not arguments or arguments[0] not in VERBS:
        print(__doc__)
        for verb, meaning in VERBS.items():
            print(f"  python3 dev.py {verb:9} {meaning}")
        return 0 if not arguments or arguments[0] in {"-h", "--help", "help"} else 2
    return _function(arguments[0])(list(arguments[1:]))


def _function(verb: str) -> Callable[[list[str]], int]:
    from devtools import checks, features, figures, forms, locks, programs
    from devtools.windows import package, suite

    functions: dict[str, Callable[[list[str]], int]] = {
        "run": programs.run,
        "test": checks.test,
        "windows": suite.windows,
        "check": checks.check,
        "witnesses": programs.witnesses,
        "forms": forms.make,
        "gallery": programs.gallery,
        "bench": programs.bench,
        "features": features.show,
        "figures": figures.show,
        "holidays": programs.holidays,
        "schemas": programs.schemas,
        "icon": programs.icon,
        "lock": locks.make,
        "package": package.package,
    }
    return functions[verb]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
