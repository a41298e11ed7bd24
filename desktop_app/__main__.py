"""The program's entry point: commands run on the command line, everything else opens the window.

A plain start of the window asks nobody. Else ``cli.main`` returns an exit code, or ``None`` when no command
was given and a window is wanted. Only then is ``bootstrap`` imported, and Qt with it: a command never pays for
a window, and the window pays for no command.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with ``argv`` (by default the process's arguments); return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--read-file"]:
        # the child process that reads files from elsewhere: it loads neither window nor records
        from desktop_app.printing.strangers.child import serve

        return serve()
    if not is_plain_start(arguments):
        from desktop_app import cli

        code = cli.main(arguments)
        if code is not None:
            return code

    from desktop_app.window import shell

    return shell.main(arguments)


def is_plain_start(arguments: Sequence[str]) -> bool:
    """Whether the arguments are only window options in their plainest form.

    Then the window does not wait for the command line to be read; every other call is judged there.
    """
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--data" and rest and rest[0] and not rest[0].startswith("-"):
            rest.pop(0)
        elif word != "--demo":
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
