"""Isolation of Latin words, numbers and paths in Persian text, so that neighbours do not change their order.

After an Arabic letter the bidi algorithm lets the parts of ``011-3333`` change places, while alone in a
table cell it does not. Each such stretch is wrapped in LRI … PDI, so that both read alike. Dates with
``/``, file numbers with letters and the code of a sub-axis (one letter, then numbers) are safe and stay raw.
"""

from __future__ import annotations

import re

LRI = "\u2066"
PDI = "\u2069"

_D = "[0-9\u06f0-\u06f9\u0660-\u0669]"
_DASH = "[-\u2010-\u2015\u2212]"
_NUMBER = f"{_D}+(?:[.,/:\u066b\u066c\u060c]{_D}+)*"
_CODE_PART = "[A-Za-z0-9\u06f0-\u06f9\u0660-\u0669]+"

# No search begins again inside a number that was tried from its beginning: a megabyte of digits stays cheap
_NOT_INSIDE = rf"(?<!{_D}[.,/:\u066b\u066c\u060c\-\u2010-\u2015\u2212])"

# Addresses and codes go on over Persian digits
_SIGN = "[!-~\u06f0-\u06f9\u0660-\u0669]"
_TAG = "</?[A-Za-z][!-;=?-~ ]*>"
_URL = rf"(?:https?|ftp)://{_SIGN}+|www\.{_SIGN}+"
_EMAIL = r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]+@[A-Za-z0-9][A-Za-z0-9.\-]*"
_DOMAIN = rf"(?<![A-Za-z0-9.\-])[A-Za-z0-9][A-Za-z0-9\-]*(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{{2,}}(?:[/:?#]{_SIGN}*)?"
_IBAN = rf"IR\s?{_D}{{2}}(?:[ \-]?{_D}{{2,6}}){{4,}}"
_NO_MORE = rf"(?![.,/:\u066b\u066c]?{_D})"
_ABROAD = rf"\+\s?{_D}+(?:[ \-]\(?{_D}+\)?)*"
_SPACED_PHONE = rf"{_ABROAD}|(?<![{_D[1:-1]}/:.])[0\u06f0\u0660]{_D}{{1,4}}(?:[ \-]{_D}{{2,12}}){{1,8}}{_NO_MORE}"
_CARD = rf"(?<!{_D}){_D}{{4}}(?:[ \-]{_D}{{4}}){{3}}(?!{_D})"
_LETTER = "[\u0620-\u064a\u066e-\u06d3]"
# م۸-۱: the code of a sub-axis is read out from its letter on, so it stays as the algorithm sets it, never isolated
_AXIS = rf"(?<!{_LETTER}){_LETTER}{_D}+(?:{_DASH}{_D}+)+"
_RANGE = rf"{_NOT_INSIDE}(?<![{_D[1:-1]}A-Za-z]){_NUMBER}(?:{_DASH}{_NUMBER})+(?![{_D[1:-1]}A-Za-z])"
_CODE = (
    rf"(?<!{_CODE_PART[:-1]}[\-._/])(?<![{_CODE_PART[1:-2]}])"
    rf"{_CODE_PART}(?:[\-._/]{_CODE_PART})*(?:-{_CODE_PART})(?:[\-._/]{_CODE_PART})*"
)
_PERCENT = rf"{_NOT_INSIDE}(?<!{_D}){_NUMBER}(?=\s?[%\u066a])"
# Digits that touch a Latin word from the left are part of it
_DIGITS = rf"{_D}[0-9\u06f0-\u06f9\u0660-\u0669._/\-]*"
# Strokes before a path of any system, unless they follow a word
_STROKES = r"(?<![^\s«(\[{\"':])(?:~?/|\.{1,2}[/\\]|\\{1,2})(?=[A-Za-z])"
_LATIN = rf"[A-Za-z]{_SIGN}*(?: +[!-~]{_SIGN}*)*"

# Every other kind begins with such a sign: a Persian letter is passed over at two glances, not at twelve
_BEGINNING = "(?=[!-~\u06f0-\u06f9\u0660-\u0669])"


def _pattern_of_all(before: str) -> re.Pattern[str]:
    """Return the pattern of all kinds; ``before`` matches what precedes a Latin stretch."""
    return re.compile(
        f"(?P<axis>{_AXIS})|{_BEGINNING}(?:(?P<tag>{_TAG})|(?P<url>{_URL})|(?P<email>{_EMAIL})|(?P<iban>{_IBAN})"
        f"|(?P<phone>{_SPACED_PHONE})|(?P<card>{_CARD})|(?P<percent>{_PERCENT})|(?P<range>{_RANGE})"
        f"|(?P<latin>(?:{before})?{_LATIN})|(?P<code>{_CODE})|(?P<domain>{_DOMAIN}))"
    )


_ANY = _pattern_of_all(_DIGITS)
_ANY_PATH = _pattern_of_all(f"{_STROKES}|{_DIGITS}")
_WORTH_LOOKING = re.compile(f"[A-Za-z]|{_D}[-\u2010-\u2015\u2212%\u066a ]|\\+\\s?{_D}")
_NEEDS_ISOLATE = re.compile(r"[()\[\]{}<>+#&=~%@/\\:_|*^$\-]|[0-9]\W*$")
_TRAILING = " .,;:!?'\"-"
_TRAILING_STROKES = "/\\"
_DATE_OR_TIME = re.compile("[/:]")
_NUMBER_PART = re.compile(_NUMBER)
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}


def isolated_stretches(text: str) -> list[tuple[int, int]]:
    """Return start and end of each stretch to isolate, ordered and without overlap.

    It leaves the first stroke of ``/srv/data`` outside.
    """
    return _stretches(_ANY, text)


def isolated_with_paths(text: str) -> list[tuple[int, int]]:
    """Like :func:`isolated_stretches`, including the slashes before a path."""
    return _stretches(_ANY_PATH, text)


def _stretches(kinds: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    if not _WORTH_LOOKING.search(text):
        return []
    found: list[tuple[int, int]] = []
    for match in kinds.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "axis":
            continue
        if kind in ("url", "email", "domain"):
            end = _balanced_end(text, start, end)
        elif kind == "range" and _DATE_OR_TIME.search(match.group()):
            # From day to day or from hour to hour reads on from right to left; each end keeps its own order
            found += [part.span() for part in _NUMBER_PART.finditer(text, start, end)]
            continue
        elif kind == "latin":
            end = _balanced_end(text, start, end, _TRAILING + _TRAILING_STROKES)
            if not _NEEDS_ISOLATE.search(text, start, end):
                continue
        if end > start:
            found.append((start, end))
    return found


def isolate(text: str) -> str:
    """Return the text with LRI … PDI around every stretch of :func:`isolated_stretches`."""
    stretches = isolated_stretches(text)
    if not stretches:
        return text
    parts: list[str] = []
    done = 0
    for start, end in stretches:
        parts += (text[done:start], LRI, text[start:end], PDI)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _balanced_end(text: str, start: int, end: int, trailing: str = _TRAILING) -> int:
    """Return the end without closing punctuation and unmatched brackets."""
    open_at: list[tuple[str, int]] = []
    for index in range(start, end):
        character = text[index]
        if character in "([{<":
            open_at.append((character, index))
        elif character in _BRACKETS:
            if open_at and open_at[-1][0] == _BRACKETS[character]:
                open_at.pop()
            else:
                end = index
                break
    if open_at and open_at[0][1] < end:
        end = open_at[0][1]
    while end > start and text[end - 1] in trailing:
        end -= 1
    return end
