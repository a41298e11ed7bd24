"""Limits of the child process for one foreign file: seconds, pages, pixels and memory."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.domain.errors import EnvironmentProblem


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one file; the defaults are those of the design, tests use lower ones."""

    page_seconds: float = 20
    """Between two answers."""
    file_seconds: float = 60
    """For a whole request; each page above 60 adds one second."""
    pages: int = 500
    memory: int = 768 * 1024 * 1024
    """Bytes of address space on Linux, of committed memory on Windows."""

    def seconds(self, pages: int) -> float:
        """Return the time limit in seconds of a request over this many pages."""
        return self.file_seconds + max(0, pages - _PAGES_WITHIN)

    def require_pages(self, count: int) -> None:
        """Raise ``file_not_finished`` for too many pages."""
        if count > self.pages:
            raise EnvironmentProblem("file_not_finished", pages=count)


MOST_PIXELS: Final = 75_000_000
"""Of a picture that is decoded; a JPEG of more is decoded smaller, another one is not decoded."""
_PAGES_WITHIN: Final = 60


def limit_own_memory(most: int) -> None:
    """Limit the memory of this process, the child on Linux; on Windows :class:`ProcessJob` does it."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if sys.platform == "win32":
    from ctypes import wintypes

    _KILL_ON_CLOSE, _PROCESS_MEMORY = 0x2000, 0x100
    _EXTENDED_LIMITS = 9

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class ProcessJob:
        """A Job object of Windows for one process: limits its memory, and ends it with the last handle.

        Tried under Wine, which sets no memory limit; not proven on real Windows.
        """

        def __init__(self, process: int, memory: int) -> None:
            kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)
            kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._kernel = kernel
            self._handle = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
            wanted = _Extended(ProcessMemoryLimit=memory)
            wanted.BasicLimitInformation.LimitFlags = _KILL_ON_CLOSE | _PROCESS_MEMORY
            kernel.SetInformationJobObject(self._handle, _EXTENDED_LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted))
            kernel.AssignProcessToJobObject(self._handle, wintypes.HANDLE(process))

        def close(self) -> None:
            """End the process if it is still running."""
            self._kernel.CloseHandle(self._handle)
