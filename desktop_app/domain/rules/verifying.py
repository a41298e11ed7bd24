"""Verdicts on a paper, reasons why it is not valid, and the reading of printed or typed codes.

A code is 16 letters of base32. People type what they see, on whichever keyboard is on: small letters, Persian digits,
blanks and dashes, a nought for O. What a letter can only mean is read so; where two are possible (1 is I or L) every
code that it may be is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from string import ascii_uppercase
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.page_marks import read_mark
from desktop_app.domain.rules.in_force import Version, in_force
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.text.digits import latin_digits

LENGTH: Final = 16
LETTERS: Final = ascii_uppercase + "234567"
MOST_READINGS: Final = 64
"""So many codes one text may mean; beyond that it is no reading any more."""
PRINTED: Final = re.compile(f"(?<![A-Za-z0-9])[{LETTERS}]{{{LENGTH}}}(?![A-Za-z0-9])")
"""A code as it stands on a page."""
_RUN: Final = re.compile("[A-Z]+|[0-9]+")
_LIKE: Final = {"0": "O", "1": "IL", "8": "B"}
"""Figures that no code has, and the letters that they are taken for."""
_KEYS: Final = dict(
    zip("ض ص ث ق ف غ ع ه خ ح ش س ی ب ل ا ت ن م ظ ط ز ر ذ د پ"[::2], "QWERTYUIOPASDFGHJKLZXCVBNM", strict=True)
)
"""Letters of the Persian keyboard (ISIRI 9147) by the Latin key that they lie on."""
_OTHER_KEYS: Final = {"ي": "D", "ئ": "M"}
"""The same keys on the older Persian keyboard of Windows."""
_MARKED: Final = LENGTH + 4
"""What a QR mark holds: the code, two characters of the page and two of the total."""


@dataclass(frozen=True, slots=True)
class TypedCode:
    """All codes that a typed text may mean; ``exact`` when no letter was replaced."""

    codes: tuple[str, ...]
    exact: bool


def codes_in(text: str) -> tuple[str, ...]:
    """Return the printed codes in a text, each once, in order."""
    return tuple(dict.fromkeys(PRINTED.findall(text)))


def read_typed(typed: str) -> TypedCode:
    """Return the codes that a typed text may mean.

    Raises ``RuleBroken`` with ``field="code"``: ``paper_code_missing``, ``paper_code_letter`` (``letter``: no code has
    it), ``paper_code_length`` (``count``, ``wanted``).
    """
    printed = codes_in(typed)
    if len(printed) == 1:
        return TypedCode(printed, exact=True)
    letters = "".join(filter(str.isalnum, latin_digits(typed))).upper()
    if not letters:
        raise RuleBroken("paper_code_missing", field="code")
    mark = read_mark(letters)
    if mark is not None:
        return TypedCode((mark.code,), exact=True)
    meant = [_meant(one) for one in _without_page(letters)]
    if len(meant) != LENGTH:
        raise RuleBroken("paper_code_length", field="code", count=len(meant), wanted=LENGTH)
    codes = tuple(islice(map("".join, product(*meant)), MOST_READINGS + 1))
    if len(codes) > MOST_READINGS:
        raise RuleBroken("paper_code_letter", field="code", letter="1")
    return TypedCode(codes, exact=codes == (letters,))


def one_letter_off(code: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known codes that differ from this one in a single letter."""
    return tuple(one for one in known if sum(a != b for a, b in zip(one, code, strict=True)) == 1)


def with_reversed_runs(code: str) -> str:
    """Return the code with its runs of letters and digits reversed, as PDF readers copy it next to Persian.

    Whoever turns it twice has the code again.
    """
    return "".join(reversed(_RUN.findall(code)))


def is_code(text: str) -> bool:
    """Whether a text is meant as a code, even a wrong one, and not as a file name."""
    try:
        read_typed(text)
    except RuleBroken:
        return not set(text) & set("./\\")
    return True


def _without_page(letters: str) -> str:
    """Return the code of a mark typed with digits for letters; page and total stay digits."""
    return letters[:LENGTH] if len(letters) == _MARKED and letters[LENGTH:].isdecimal() else letters


def _meant(letter: str) -> str:
    """Return the letters that a typed letter may mean."""
    if letter in LETTERS:
        return letter
    found = _LIKE.get(letter) or _KEYS.get(letter) or _OTHER_KEYS.get(letter)
    if found is None:
        raise RuleBroken("paper_code_letter", field="code", letter=letter)
    return found


class PaperVerdict(StrEnum):
    """The verdicts on a paper."""

    SAME = "same"
    """The file has the bytes of one that is kept, and its paper holds: the one verdict to rely on."""
    KEPT = "kept"
    """The file has the bytes of one that is kept, which is not the whole paper or is an attachment."""
    HOLDS = "holds"
    """A paper of the records that holds; the text in hand is for the eye."""
    NOT_IN_FORCE = "not_in_force"
    """A paper of the records, or a draft, that does not hold; :class:`InvalidReason` says why."""
    DIFFERS = "differs"
    """The document inside the file, or the recorded text, is not the one of its code."""
    UNKNOWN = "unknown"
    """No paper of these records."""


class InvalidReason(StrEnum):
    """Why a paper is not valid."""

    DRAFT = "draft"
    UNSIGNED = "unsigned"
    """Signatures are missing."""
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    STRUCK = "struck"
    """The record of sending a letter was taken back."""
    SOURCE_GONE = "source_gone"
    """The minutes that an extract quotes do not hold."""


class IdentifiedBy(StrEnum):
    """How the paper was identified."""

    CODE = "code"
    NUMBER = "number"
    DOCUMENT = "document"
    """The document inside a PDF."""
    BYTES = "bytes"
    CHAIN = "chain"
    """A hash of the chain of records, printed beside the code."""
    NONE = "none"


class StoredAs(StrEnum):
    """The role of a stored file for its paper."""

    PRINT = "print"
    SCAN = "scan"
    SCAN_SOURCE = "scan_source"
    """A file that a scan was made of."""
    LETTER = "letter"


def is_reliable(verdict: PaperVerdict, *, file: bool) -> bool:
    """Whether the verdict is good: a file needs the bytes of a stored one, a code only a valid paper."""
    return verdict is PaperVerdict.SAME or (verdict is PaperVerdict.HOLDS and not file)


def invalid_reason(version: Version, versions: Iterable[Version], *, missing: int) -> InvalidReason | None:
    """Return why a version of minutes is not valid; ``missing`` counts the signers with missing signatures.

    The draft of a correction changes nothing.
    """
    if version.state == MinutesState.WITHDRAWN:
        return InvalidReason.WITHDRAWN
    if version.state in (MinutesState.DRAFT, MinutesState.REVIEW, MinutesState.DROPPED):
        return InvalidReason.DRAFT
    holds = in_force(versions)
    if version.state == MinutesState.AMENDED or (holds is not None and holds.version != version.version):
        return InvalidReason.CORRECTED
    return InvalidReason.UNSIGNED if missing or version.state == MinutesState.FINAL else None
