"""Folding of Persian text for search and sorting, and the matches of a query in a text. Never stored in place of it.

Writers disagree on yeh and kaf, hamza, ZWNJ, vowel signs and digits, so a search compares *folded* texts. ZWNJ has no
one answer: «می‌شود» is written joined, spaced or half-spaced, so there are three forms (:class:`Form`). A change of any
rule here raises :data:`FOLD_VERSION`, and the search texts are filled again. What a field does to typed text is
:mod:`desktop_app.domain.rules.typed_text`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

FOLD_VERSION: Final = 2
"""Raised in two cases only, so that stored search texts are known to be old: folding changes, or a field that already
holds text becomes searched. A new column, searched from its first day, is empty in every record and needs no rise."""

ALPHABET: Final = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
"""The 33 letters in the order of Persian lists."""

ACROSS_BLANKS_FROM: Final = 3
"""Shorter words are looked for inside words only, not across the blank between two."""

LIKE_ESCAPE: Final = "\\"
"""The character to name after ``ESCAPE`` in SQL."""


class Form(StrEnum):
    """How a folded text treats ZWNJ, and blanks between words."""

    JOINED = "joined"
    """ZWNJ removed."""
    SPACED = "spaced"
    """ZWNJ as a blank."""
    SQUEEZED = "squeezed"
    """ZWNJ, blanks and hyphens removed: finds words written together or apart, but knows no word's edge."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the original position of each of its characters."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original slice of ``text[start:end]``, vowel signs included; ``end > start``."""
        return self.starts[start], self.ends[end - 1]


_LETTERS: Final = dict(
    zip("يىئېےۍكڪةۀەۂہھأإآٱؤۆ،؛؟«»“”„‘’‚–—−‐‑٫٪", 'ییییییککههههههااااوو,;?"""""\'\'\'-----.%', strict=True)
)
# kashida, hamza above and alone, and the mark between groups of three digits
_DROPPED: Final = frozenset("ـٔء٬")
_ZWNJ: Final = "\u200c"
_BREAKS: Final = frozenset("\u200c\u200b\u00ac\u00ad")
# «خانهٔ ما», «خانه‌ی ما» and «خانه ی ما» are one: the yeh of ezafe goes as the hamza goes
_EZAFE: Final = re.compile("(?<=ه)(?:[\u200c ]+ی(?!\\w))+")
_SQUEEZED: Final = " -_"

# words with several accepted spellings of hamza or a long vowel: folded beginnings, and the usual one
_SPELLINGS: Final = {
    "مسوول": "مسیول",
    "مسول": "مسیول",
    "هیات": "هییت",
    "مساله": "مسیله",
    "جرات": "جریت",
    "نشات": "نشیت",
    "قرات": "قرایت",
    "سیوال": "سوال",
    "شوون": "شیون",
    "رووس": "ریوس",
    "داوود": "داود",
    "طاووس": "طاوس",
    "اسمعیل": "اسماعیل",
    "اسحق": "اسحاق",
    "رحمن": "رحمان",
    "اطاق": "اتاق",
    "بلیط": "بلیت",
    "طهران": "تهران",
}
_SPELLING: Final = re.compile("(?<!\\w)(?:" + "|".join(sorted(_SPELLINGS, key=len, reverse=True)) + ")")

_RANKS: Final = {letter: chr(0x41 + place) for place, letter in enumerate(ALPHABET)}
_SECOND_ORDER: Final = "\u001f"
_SORT_PARTS: Final = re.compile(r"[0-9]+|[^\W\d_]+|[\W_]+")


def fold(text: str, form: Form = Form.SPACED) -> str:
    """Return the text normalised for search."""
    return _in_form(_common(text), form)


def all_forms(text: str) -> dict[Form, str]:
    """Return the folded text in every form, for the search columns of one row."""
    common = _common(text)
    return {form: _in_form(common, form) for form in Form}


def _common(text: str) -> str:
    """Return the text with folded letters and unified spellings, before ZWNJ and blanks are handled."""
    return _SPELLING.sub(lambda match: _SPELLINGS[match.group()], _EZAFE.sub("", "".join(map(_folded_letter, text))))


def _in_form(common: str, form: Form) -> str:
    parted = common.replace(_ZWNJ, " " if form is Form.SPACED else "")
    if form is Form.SQUEEZED:
        for char in _SQUEEZED:  # several times as fast as one table for all of them
            parted = parted.replace(char, "")
        return parted
    return " ".join(parted.split())


def fold_with_offsets(text: str, form: Form = Form.SPACED) -> Folded:
    """Fold the text and keep the original positions, so that matches can be highlighted."""
    units = _shaped(_respelled(_letters(text)), form)
    return Folded(
        "".join(unit[0] for unit in units), tuple(unit[1] for unit in units), tuple(unit[2] for unit in units)
    )


def like_escape(text: str) -> str:
    """Escape the wildcards of SQL's LIKE; the statement names :data:`LIKE_ESCAPE`."""
    return re.sub(r"[\\%_]", lambda match: LIKE_ESCAPE + match.group(), text)


def like_pattern(query: str, form: Form = Form.SPACED) -> str:
    """The LIKE pattern that finds ``query`` anywhere in a column folded in the same form."""
    return f"%{like_escape(fold(query, form))}%"


def holds_word(text: str, word: str) -> bool:
    """Whether a text contains a word in any spelling that search treats as equal."""
    forms = (Form.SQUEEZED,) if len(fold(word, Form.SQUEEZED)) >= ACROSS_BLANKS_FROM else (Form.SPACED, Form.JOINED)
    return any(fold(word, form) in fold(text, form) for form in forms)


def sort_key(text: str) -> str:
    """Return a key whose code-point order is the Persian alphabetical order, on every machine.

    Words go one by one, a shorter before a longer («آب انبار» before «آبادان»). Numbers come first and by their
    value («بند ۲» before «بند ۱۰», zeros in front ignored), then Persian by its 33 letters, then Latin, then the
    rest. Hamza sorts with its carrier; ZWNJ, vowel signs, kashida and punctuation do not count. Texts that are
    equal so far are ordered by their own characters, so that the order never wavers.
    """
    exact = unicodedata.normalize("NFC", text)
    return list_key(exact) + _SECOND_ORDER + exact


def list_key(text: str) -> str:
    """Return the first part of :func:`sort_key`, for lists that order equal texts by another value."""
    exact = unicodedata.normalize("NFC", text)
    parts = _SORT_PARTS.findall("".join("آ" if char == "آ" else _folded_letter(char) for char in exact))
    return "".join(map(_sort_part, parts)).strip(" ")


def _sort_part(part: str) -> str:
    """Return the sort key of one run of digits, letters, or other characters."""
    if part[0].isdecimal():
        significant = part.lstrip("0") or "0"
        return chr(0x20 + min(len(significant), 31)) + significant
    if part[0].isalpha():
        return "".join(map(_rank, part))
    return " " if part.strip(_ZWNJ) else ""


def _rank(letter: str) -> str:
    return _RANKS.get(letter) or (letter if ord(letter) >= 0x300 else chr(0x100 + ord(letter)))


_Unit = tuple[str, int, int]
"""One folded character, and the slice of the original it stands for."""


@lru_cache(maxsize=4096)
def _folded_letter(char: str) -> str:
    """Fold one character: to nothing, a blank, a ZWNJ, or letters."""
    if char in _LETTERS:
        return _LETTERS[char]
    if char in _BREAKS:
        return _ZWNJ
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if char in _DROPPED or category in {"Mn", "Me", "Cc", "Cf", "Cs"}:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    plain = unicodedata.normalize("NFKD", char)
    return char.casefold() if plain == char else "".join(map(_folded_letter, plain))


def _letters(text: str) -> list[_Unit]:
    units: list[_Unit] = []
    for place, char in enumerate(text):
        folded = _folded_letter(char)
        units.extend((letter, place, place + 1) for letter in folded)
        if not folded and units:
            # a sign belongs to the letter that carries it
            units[-1] = (units[-1][0], units[-1][1], place + 1)
    return units


def _respelled(units: list[_Unit]) -> list[_Unit]:
    """Unify ezafe and words with several spellings."""
    for pattern in (_EZAFE, _SPELLING):
        text = "".join(unit[0] for unit in units)
        result: list[_Unit] = []
        done = 0
        for match in pattern.finditer(text):
            result += units[done : match.start()]
            old = units[match.start() : match.end()]
            new = _SPELLINGS.get(match.group(), "")
            result += [(letter, *old[min(place, len(old) - 1)][1:]) for place, letter in enumerate(new)]
            # the last letter stands for what is left over; ezafe goes to the heh before it
            result[-1] = (result[-1][0], result[-1][1], old[-1][2])
            done = match.end()
        units = result + units[done:]
    return units


def _shaped(units: list[_Unit], form: Form) -> list[_Unit]:
    """Handle ZWNJ and blanks as the form requires."""
    if form is Form.SPACED:
        units = [(" " if char == _ZWNJ else char, start, end) for char, start, end in units]
    dropped = _ZWNJ + _SQUEEZED if form is Form.SQUEEZED else _ZWNJ
    return _blanks_once([unit for unit in units if unit[0] not in dropped])


def _blanks_once(units: list[_Unit]) -> list[_Unit]:
    """Collapse repeated blanks and strip both ends."""
    result: list[_Unit] = []
    for unit in units:
        if unit[0] != " " or (result and result[-1][0] != " "):
            result.append(unit)
    if result and result[-1][0] == " ":
        result.pop()
    return result


SQUEEZED_FROM = 3
"""Letters from which words written together or apart are found as well; below it chance hits abound."""


def marked_spans(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return slices ``(start, end)`` of ``text`` that match the query, ordered and without overlap.

    The whole query is looked for first; where it is nowhere, each of its words of two letters or more.
    """
    folded = {form: fold_with_offsets(text, form) for form in Form}
    found = _places(folded, query)
    if not found:
        for word in fold(query, Form.SPACED).split():
            if len(word) > 1:
                found |= _places(folded, word)
    return _merged(found)


def holds(text: str, query: str) -> bool:
    """Whether the text contains every word of the query, by the rule of the search."""
    return forms_hold(all_forms(text), query)


def forms_hold(forms: Mapping[Form, str], query: str) -> bool:
    """Whether a folded text contains every word of the query, for repeated questions about one text."""
    return all(_is_in(forms, word) for word in query.split())


def _is_in(forms: Mapping[Form, str], word: str) -> bool:
    squeezed = fold(word, Form.SQUEEZED)
    if len(squeezed) >= SQUEEZED_FROM:
        return squeezed in forms[Form.SQUEEZED]
    return any(fold(word, form) in forms[form] for form in (Form.SPACED, Form.JOINED))


def _places(folded: dict[Form, Folded], query: str) -> set[tuple[int, int]]:
    found = _occurrences(folded[Form.JOINED], fold(query, Form.JOINED))
    found |= _occurrences(folded[Form.SPACED], fold(query, Form.SPACED))
    squeezed = fold(query, Form.SQUEEZED)
    if not found and len(squeezed) >= SQUEEZED_FROM:
        found = _occurrences(folded[Form.SQUEEZED], squeezed)
    return found


def _occurrences(folded: Folded, wanted: str) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    place = folded.text.find(wanted) if wanted else -1
    while place >= 0:
        found.add(folded.span(place, place + len(wanted)))
        place = folded.text.find(wanted, place + len(wanted))
    return found


def _merged(spans: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
