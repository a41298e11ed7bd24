"""Kinds of failure in writing a file, from the numbers by which Linux and Windows tell them.

Windows has numbers of its own beside those of C. Most of them become EINVAL, some ENOENT or EACCES, so they are asked
first. Its names for errors of the network begin with WSA.
"""

from __future__ import annotations

import errno
from enum import Enum, auto
from typing import Final

from desktop_app import disk


class DiskFailure(Enum):
    """What failed, as far as its number says."""

    FULL = auto()
    NAME = auto()
    BUSY = auto()
    OTHER = auto()


_NAME: Final = frozenset({errno.ENAMETOOLONG, errno.EILSEQ, errno.EISDIR})
_BUSY: Final = frozenset({errno.ETXTBSY, errno.EBUSY})
_WINDOWS_KINDS: Final = {
    # held, locked or mapped by another program
    **dict.fromkeys((32, 33, 1224), DiskFailure.BUSY),
    # a name that is too long, or has a sign that no name can have
    **dict.fromkeys((111, 123, 161, 206, 267), DiskFailure.NAME),
}
_WINDOWS_REASONS: Final = {
    **dict.fromkeys((51, 53, 54, 55, 59, 64, 67, 121, 1203, 1222, 1231, 1232, 1236, 2250), "ENETUNREACH"),
    # not in the drive, unplugged, unreadable
    **dict.fromkeys((21, 1167), "ENODEV"),
    **dict.fromkeys((23, 1117), "EIO"),
}


def failure_of(error: OSError) -> DiskFailure:
    """What its number alone says."""
    windows = _number_of_windows(error)
    if windows in _WINDOWS_KINDS:
        return _WINDOWS_KINDS[windows]
    if disk.is_full(error):
        return DiskFailure.FULL
    kinds = ((_NAME, DiskFailure.NAME), (_BUSY, DiskFailure.BUSY))
    return next((kind for numbers, kind in kinds if error.errno in numbers), DiskFailure.OTHER)


def reason_of(error: OSError) -> str:
    """The name that POSIX has for it, by which the sentence says why."""
    named = _WINDOWS_REASONS.get(_number_of_windows(error))
    return named or errno.errorcode.get(error.errno or 0, "").removeprefix("WSA")


def number_of(error: OSError) -> str:
    """What the system itself calls it, for the log."""
    windows = _number_of_windows(error)
    named = f"{errno.errorcode.get(error.errno or 0, error.errno)} {error.strerror}"
    return f"{named} (Windows {windows})" if windows else named


def is_lost_disk(error: OSError) -> bool:
    """Whether Windows speaks of the network or of the disk itself, whatever number of C it gives besides."""
    return _number_of_windows(error) in _WINDOWS_REASONS


def _number_of_windows(error: OSError) -> int:
    found = getattr(error, "winerror", None)
    return found if isinstance(found, int) else 0
