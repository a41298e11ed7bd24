"""The whole program in a process that the kernel kills at its first internet socket (Linux; seccomp).

`python -m tests.bootstrap.confined FOLDER` · demo data, lists, search, paper, print, second start, end. Told on
standard output: what was done, and which socket families Python itself asked for.
"""

from __future__ import annotations

import ctypes
import platform
import socket
import struct
import sys
from pathlib import Path

_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""Audit number of the machine, and the number of its call `socket`."""
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2


def known_machine() -> bool:
    """Whether the filter is known for this machine."""
    return sys.platform == "linux" and platform.machine() in _MACHINES


def confine() -> None:
    """From here on, socket(AF_INET or AF_INET6, …) ends the process with SIGSYS, whoever calls it."""
    architecture, call = _MACHINES[platform.machine()]
    steps = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0),
        (_EQUAL, 0, 4, call),
        (_LOAD, 0, 0, 16),
        (_EQUAL, 1, 0, int(socket.AF_INET)),
        (_EQUAL, 0, 1, int(socket.AF_INET6)),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or libc.prctl(_SET_SECCOMP, _FILTER, program, 0, 0):
        raise OSError(ctypes.get_errno(), "the kernel does not confine")


def main(folder: Path) -> None:
    """Confine, then work."""
    families: set[int] = set()

    def hear(event: str, details: tuple[object, ...]) -> None:
        if event == "socket.__new__" and isinstance(details[1], int):
            families.add(details[1])

    sys.addaudithook(hear)
    confine()
    if folder.name == "control":
        import resource

        # a death that is looked for leaves no picture of its memory behind
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        socket.socket(socket.AF_INET)
        return
    from tests.bootstrap import whole_run

    whole_run.main(folder)
    print("families", sorted(families), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
