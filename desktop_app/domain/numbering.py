"""Number patterns with tokens, for example ``{سال}/{جلسه}/{ردیف}`` (`committee.md`, practice: free text)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.digits import persian_digits


class Token(StrEnum):
    """A token in a pattern that the program fills; its Persian word is written in braces.

    The Persian words are data of the office's own patterns: :data:`desktop_app.domain.calendar.date_words.TOKEN_WORDS`.
    """

    YEAR = "year"
    MEETING = "meeting"
    ROW = "row"
    AXIS = "axis"
    SERIAL = "serial"


_PLACE = re.compile(r"\{([^{}]*)\}")
_DIGIT = f"[{persian_digits('0')}-{persian_digits('9')}]"
_COUNT, _YEAR = f"{_DIGIT}+", f"{_DIGIT}{{4}}"
UNIQUE = frozenset({Token.MEETING, Token.ROW})
"""The meeting number runs through the committee's life, so meeting and row together never repeat.

The serial alone never does: it counts every resolution of the committee.
"""


def tokens(pattern: str, words: Mapping[str, Token]) -> tuple[Token, ...]:
    """Return the tokens of the pattern in order; raises ``RuleBroken`` for an unknown word."""
    found = []
    for word in _PLACE.findall(pattern):
        if word not in words:
            raise RuleBroken("pattern_token_unknown", field="pattern", token=word)
        found.append(words[word])
    if re.sub(_PLACE, "", pattern).count("{") or re.sub(_PLACE, "", pattern).count("}"):
        raise RuleBroken("pattern_brace_open", field="pattern")
    return tuple(found)


def require_sound(pattern: str, words: Mapping[str, Token]) -> None:
    """Raise ``RuleBroken`` for a pattern that could give two resolutions one number."""
    found = tokens(pattern, words)
    if Token.SERIAL not in found and not set(found) >= UNIQUE:
        raise RuleBroken("pattern_can_repeat", field="pattern")
    _require_parted(pattern)


OF_LETTERS: Final = (Token.YEAR, Token.ROW, Token.SERIAL)
"""What the number of an outgoing paper may be made of: its year, its row in the register of the year, its serial."""


def require_sound_for_letters(pattern: str, words: Mapping[str, Token]) -> None:
    """Raise ``RuleBroken`` for a letter pattern that could repeat a number; an empty pattern is allowed."""
    try:
        found = tokens(pattern, words)
        _require_parted(pattern)
    except RuleBroken as broken:
        if broken.key == "pattern_token_unknown":
            # what may stand there is not the same as for resolutions
            raise RuleBroken("outgoing_pattern_token", field="outgoing_pattern", **broken.facts) from broken
        raise broken.beside("outgoing_pattern") from broken
    for token in found:
        if token not in OF_LETTERS:
            word = next(word for word, known in words.items() if known is token)
            raise RuleBroken("outgoing_pattern_token", field="outgoing_pattern", token=word)
    if pattern and Token.SERIAL not in found and not set(found) >= {Token.YEAR, Token.ROW}:
        raise RuleBroken("outgoing_pattern_can_repeat", field="outgoing_pattern")


def _require_parted(pattern: str) -> None:
    """Raise ``RuleBroken`` for two adjacent tokens: 1 and 11 look like 11 and 1."""
    for between in re.findall(r"\}([^{}]*)\{", pattern):
        if not between or any(char.isdigit() for char in between):
            raise RuleBroken("pattern_tokens_touch", field="pattern")


def fill_pattern(pattern: str, words: Mapping[str, Token], values: Mapping[Token, int | str]) -> str:
    """Return the number for the given values, in Persian digits."""

    def one(match: re.Match[str]) -> str:
        return persian_digits(str(values[words[match.group(1)]]))

    return _PLACE.sub(one, pattern)


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """A resolution number already given, with its meeting and its row in the minutes."""

    number: str
    meeting: int
    row: int


@dataclass(frozen=True, slots=True)
class Counters:
    """Where numbering continues: the last meeting before the program was used, and the last serial number given."""

    meeting: int = 0
    serial: int = 0


NEW: Final = Counters()
"""Of a committee that has given nothing and had nothing before."""


def require_fresh(
    pattern: str,
    words: Mapping[str, Token],
    given: Iterable[GivenNumber],
    axes: Iterable[str],
    counters: Counters = NEW,
) -> None:
    """Raise ``RuleBroken`` for a pattern that could repeat a number of another resolution."""
    known = tuple(given)
    for axis in ("", *axes):
        again = repeated_number(pattern, words, known, axis, counters)
        if again:
            raise RuleBroken("pattern_repeats_given", field="pattern", number=again)


def repeated_number(
    pattern: str, words: Mapping[str, Token], given: Iterable[GivenNumber], axis: str, counters: Counters = NEW
) -> str:
    """Return the first given number that the pattern could repeat under an axis; empty for none.

    A pattern that does not name the axis gives nothing anew by a code of an axis.
    """
    if axis and Token.AXIS not in tokens(pattern, words):
        return ""
    shape = _shape(pattern, words, axis)
    for one in given:
        match = shape.fullmatch(one.number)
        if match and _comes(match.groupdict(), one, counters):
            return one.number
    return ""


def _comes(read: Mapping[str, str | None], one: GivenNumber, counters: Counters) -> bool:
    """Whether a number with these meeting and serial values could still be given; both only increase."""
    serial, meeting, row = (int(read.get(token) or 0) for token in (Token.SERIAL, Token.MEETING, Token.ROW))
    if read.get(Token.SERIAL):
        return serial > counters.serial
    return meeting > counters.meeting and (meeting, row) != (one.meeting, one.row)


def _shape(pattern: str, words: Mapping[str, Token], axis: str) -> re.Pattern[str]:
    """Return the regular expression of the numbers of a pattern for one axis."""
    parts, seen, end = [], set[Token](), 0
    for place in _PLACE.finditer(pattern):
        parts.append(re.escape(pattern[end : place.start()]))
        token, end = words[place[1]], place.end()
        if token in seen:
            parts.append(f"(?P={token})")
        elif token is Token.AXIS:
            parts.append(re.escape(persian_digits(axis)))
        else:
            parts.append(f"(?P<{token}>{_YEAR if token is Token.YEAR else _COUNT})")
            seen.add(token)
    return re.compile("".join([*parts, re.escape(pattern[end:])]))
