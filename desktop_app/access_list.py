"""Access list of a folder or file of Windows (DACL): which groups of more than one account may get at it.

It is read as it stands on the disk; judging it needs no Windows.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final


class Group(StrEnum):
    """Groups to which every account of a machine or of a domain belongs, or anybody who comes to it."""

    EVERYONE = "everyone"
    AUTHENTICATED_USERS = "authenticated_users"
    USERS = "users"
    INTERACTIVE = "interactive"
    GUESTS = "guests"
    DOMAIN_USERS = "domain_users"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry (ACE): whom it is about, by the security identifier as text, and which rights it gives or refuses."""

    sid: str
    mask: int
    allowed: bool = True


EVERYBODY: Final = "S-1-1-0"
_SIDS: Final = {
    EVERYBODY: Group.EVERYONE,
    "S-1-5-11": Group.AUTHENTICATED_USERS,
    "S-1-5-32-545": Group.USERS,
    "S-1-5-4": Group.INTERACTIVE,
    "S-1-5-32-546": Group.GUESTS,
}
_OF_DOMAIN: Final = re.compile(r"S-1-5-21-\d+-\d+-\d+-513")

_GENERIC: Final = ((0x10000000, 0x1F01FF), (0x80000000, 0x120089), (0x40000000, 0x120116), (0x20000000, 0x1200A0))
"""What the generic rights (all, read, write, execute) mean of a file."""
_GETS_AT: Final = 0x1 | 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000
"""Reading and writing what is in it, removing it, and giving oneself the right to."""
_ALL: Final = 0x10000000
OPEN: Final = (Entry(EVERYBODY, _ALL),)
"""What no list at all means: nothing is refused to anybody."""


def groups_of(entries: Iterable[Entry]) -> frozenset[Group]:
    """The groups that may read or change it; an entry that refuses counts against those that come after it."""
    listed = tuple(entries)
    named = {group for one in listed if (group := _group_of(one.sid)) is not None}
    return frozenset(group for group in named if _gets_at(listed, group))


# ---- inside


def _group_of(sid: str) -> Group | None:
    return Group.DOMAIN_USERS if _OF_DOMAIN.fullmatch(sid) else _SIDS.get(sid)


def _gets_at(entries: Sequence[Entry], group: Group) -> bool:
    refused = 0
    for one in entries:
        of = _group_of(one.sid)
        mask = one.mask
        for generic, meant in _GENERIC:
            mask |= meant if one.mask & generic else 0
        if not one.allowed and of in (group, Group.EVERYONE):
            refused |= mask
        elif one.allowed and of is group and mask & ~refused & _GETS_AT:
            return True
    return False


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _FILE, _LIST, _SIZES = 1, 4, 2
    """SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, AclSizeInformation."""
    _ALLOWED: Final = (0, 9)
    """ACCESS_ALLOWED_ACE, and the one with a condition, which is not asked."""
    _REFUSED: Final = 1
    _SID_AT: Final = 8

    class _Header(ctypes.Structure):
        """ACE_HEADER with the mask that follows it in the kinds that files have."""

        _fields_ = (
            ("kind", ctypes.c_ubyte),
            ("flags", ctypes.c_ubyte),
            ("size", ctypes.c_ushort),
            ("mask", wintypes.DWORD),
        )

    def read_list(path: Path) -> tuple[Entry, ...] | None:
        """The entries in their order, also those that only what lies inside inherits; None where it cannot be read."""
        found, descriptor = ctypes.c_void_p(), ctypes.c_void_p()
        asked = (str(path), _FILE, _LIST, None, None, ctypes.byref(found), None, ctypes.byref(descriptor))
        if ctypes.WinDLL("advapi32").GetNamedSecurityInfoW(*asked):
            return None
        try:
            return OPEN if not found.value else tuple(_entries(found))
        finally:
            _free(descriptor)

    def _entries(listed: ctypes.c_void_p) -> Iterable[Entry]:
        security = ctypes.WinDLL("advapi32")
        sizes = (wintypes.DWORD * 3)()
        if not security.GetAclInformation(listed, sizes, ctypes.sizeof(sizes), _SIZES):
            return
        for place in range(sizes[0]):
            at = ctypes.c_void_p()
            if not security.GetAce(listed, place, ctypes.byref(at)) or at.value is None:
                continue
            header = _Header.from_address(at.value)
            if header.kind in _ALLOWED or header.kind == _REFUSED:
                sid = _text_of(ctypes.c_void_p(at.value + _SID_AT))
                yield Entry(sid, header.mask, allowed=header.kind in _ALLOWED)

    def _text_of(sid: ctypes.c_void_p) -> str:
        text = ctypes.c_wchar_p()
        if not ctypes.WinDLL("advapi32").ConvertSidToStringSidW(sid, ctypes.byref(text)):
            return ""
        try:
            return text.value or ""
        finally:
            _free(text)

    def _free(given: ctypes.c_void_p | ctypes.c_wchar_p) -> None:
        kernel = ctypes.WinDLL("kernel32")
        kernel.LocalFree.argtypes = (ctypes.c_void_p,)
        kernel.LocalFree(ctypes.cast(given, ctypes.c_void_p))

else:

    def read_list(_path: Path) -> tuple[Entry, ...] | None:
        """Other systems have modes."""
        return None
