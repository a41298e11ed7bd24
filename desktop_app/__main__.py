"""The program's entry: the command line answers what it can, and all else opens the window.

``cli.main`` returns an exit code, or ``None`` when no command was given and a window is wanted. Only
then is ``bootstrap`` imported, and Qt with it: a command never pays for a window.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with ``argv`` (the process's own arguments by default); the exit code comes back."""
    from desktop_app import cli

    arguments = list(sys.argv[1:] if argv is None else argv)
    code = cli.main(arguments)
    if code is not None:
        return code

    from desktop_app import bootstrap

    return bootstrap.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
