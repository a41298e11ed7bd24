"""Section «تغییرها» of a correction: every change, removed words struck through, new words underlined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.amendment_lines import Amends, ChangedPart, ChangeLine, ChangeMark, ChangePiece
from desktop_app.domain.documents.documents import DeadlineLine
from desktop_app.domain.rules.amendments import EVERY_UNIT, word_pieces
from desktop_app.domain.text.digits import record_number
from desktop_app.printing.engine.layout.marks import RevisedParagraph, Stroke
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.typesetting.style import MM, Span, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.words import amendment as words
from desktop_app.printing.words import frame
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words.paper_words import day, deadline, digits

_WIDTHS: Final = tuple(width * MM for width in (44, 22, 104))
_SIZE: Final = styles.CELL.text.size
_LOOKS: Final[Mapping[str, tuple[TextStyle, Stroke]]] = {
    ChangeMark.SAME: (TextStyle(Weight.REGULAR, _SIZE), Stroke.NONE),
    ChangeMark.REMOVED: (TextStyle(Weight.REGULAR, _SIZE, styles.QUIET), Stroke.STRUCK),
    ChangeMark.ADDED: (TextStyle(Weight.SEMIBOLD, _SIZE), Stroke.UNDERLINED),
}
Words = Callable[[str], str]
_KEYED: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    (ChangedPart.MEETING, "kind"): frame.KINDS,
    (ChangedPart.ATTENDANCE, "state"): frame.ATTENDANCE_STATES,
    (ChangedPart.RESOLUTION, "kind"): frame.RESOLUTION_KINDS,
    (ChangedPart.RESOLUTION, "adoption"): frame.ADOPTIONS,
    (ChangedPart.PAPER, "classification"): frame.CLASSIFICATIONS,
    (ChangedPart.PAPER, "urgency"): frame.URGENCIES,
}
_DAYS: Final = frozenset({"day", "letter_day", "next_day"})
_FIGURES: Final = frozenset(
    {"began_at", "ended_at", "arrived_at", "left_at", "next_starts_at", "originals", "letter_number"}
)
_LISTED: Final = frozenset({"cooperating", "effects"})
"""Fields that hold a list."""
_LISTS: Final = frozenset({ChangedPart.GUESTS, ChangedPart.SIGNERS, ChangedPart.ATTACHMENTS, ChangedPart.COPIES})


def facts(amends: Amends) -> Sequence[tuple[str, str]]:
    """Return day and reason of the correction with their labels; an unknown day is left out."""
    dated = [(words.FINAL_ON, day(amends.final_on))] if amends.final_on else []
    return [*dated, (words.REASON, amends.reason)]


def changes(setter: Typesetter, amends: Amends) -> Iterator[Flowable]:
    """Yield the corrected version with the reason, the table of changes, and the heading of the full text."""
    yield FaParagraph(setter, words.replaced_version(digits(amends.version), amends.code), styles.REMARK)
    for label, told in facts(amends):
        spans = [Span(minutes_words.labelled(label, ""), styles.REMARK_LEAD), Span(told)]
        yield FaParagraph(setter, spans, styles.REMARK, place=label)
    yield FaHeading(setter, words.CHANGES, styles.SECTION)
    if not amends.changes:
        yield FaParagraph(setter, words.NO_CHANGES, styles.REMARK)
        return
    yield _legend(setter)
    yield table_that_fits(setter, lambda one: _table(one, amends))


def _table(setter: Typesetter, amends: Amends) -> RuledTable:
    labels = (words.PLACE, words.CHANGE, words.TEXT)
    rows: list[list[Flowable]] = [[FaParagraph(setter, label, styles.HEAD) for label in labels]]
    rows += [_row(setter, line) for line in amends.changes]
    return RuledTable(rows, _WIDTHS, elastic=2)


def _legend(setter: Typesetter) -> Flowable:
    """Return the legend of the strokes, each in its own look."""
    same = _LOOKS[ChangeMark.SAME]
    parts = []
    for mark, sample, meaning in (
        (ChangeMark.REMOVED, words.STRUCK_SAMPLE, words.REMOVED),
        (ChangeMark.ADDED, words.UNDERLINED_SAMPLE, words.ADDED),
    ):
        parts += [(sample, *_LOOKS[mark]), (f": {meaning}      ", *same)]
    return RevisedParagraph(setter, parts, replace(styles.CELL, after=4.0))


def _row(setter: Typesetter, line: ChangeLine) -> list[Flowable]:
    parts = parts_of(line)
    return [
        FaParagraph(setter, place_of(line), styles.CELL, place=line.name),
        FaParagraph(setter, kind_of(line), styles.CELL),
        RevisedParagraph(setter, parts, styles.CELL, place=line.name),
    ]


def place_of(line: ChangeLine) -> str:
    """Return part, name and field of a change: «مصوبهٔ ۱۴۰۱/۳/۱: مهلت»."""
    part = words.PARTS[line.part]
    if line.part == ChangedPart.RESOLUTION:
        part = words.resolution(record_number(line.name)) if line.name else words.NEW_RESOLUTION
    elif line.name:
        part = words.part_of(part, line.name)
    is_text = line.field == "text" and line.part in {ChangedPart.TALK, ChangedPart.NOTE}
    field = "" if is_text else words.FIELDS[line.field]
    return words.part_of(part, field) if field else part


def kind_of(line: ChangeLine) -> str:
    """Return the Persian word for removed, added or changed."""
    marks = {piece.mark for piece in line.pieces if piece.mark != ChangeMark.SAME}
    if marks == {ChangeMark.REMOVED.value} and len(line.pieces) == sum(
        one.mark != ChangeMark.SAME for one in line.pieces
    ):
        return words.REMOVED
    if marks == {ChangeMark.ADDED.value} and len(line.pieces) == sum(
        one.mark != ChangeMark.SAME for one in line.pieces
    ):
        return words.ADDED
    return words.CHANGED


def parts_of(line: ChangeLine) -> list[tuple[str, TextStyle, Stroke]]:
    """Return the changed text in pieces, each marked as removed (struck through), added (underlined) or unchanged."""
    pieces = _WHOLE[line.field](line) if line.before else line.pieces
    between = minutes_words.names(["", ""]) if line.part in _LISTS or line.field in _LISTED else " "
    say = _value_wording(line)
    found: list[tuple[str, TextStyle, Stroke]] = []
    for piece in pieces:
        if found:
            found.append((between, *_LOOKS[ChangeMark.SAME]))
        found.append((say(piece.text), *_LOOKS[piece.mark]))
    return found


def _value_wording(line: ChangeLine) -> Words:
    """Return the function that words a value of the field."""
    keyed = _KEYED.get((line.part, line.field))
    if keyed is not None:
        return lambda value: keyed[value]
    if line.field in _DAYS:
        return day
    if line.field in _FIGURES:
        return record_number
    if line.field == "cooperating":
        return lambda value: minutes_words.ALL_UNITS if value == EVERY_UNIT else value
    return _WORDINGS.get(line.field, str)


def _effect(value: str) -> str:
    kind, due, number = value.split("/", 2)
    return minutes_words.effect(kind, record_number(number), day(due))


def _fate(value: str) -> str:
    kind, reason = value.split("/", 1)
    return minutes_words.fate(kind, reason)


def _votes(value: str) -> str:
    for_, against = value.split("/")
    return words.votes(digits(for_), digits(against))


_WORDINGS: Final[Mapping[str, Words]] = {"votes": _votes, "effects": _effect, "fate": _fate}
"""Fields whose values are made of several parts."""


def _closings(line: ChangeLine) -> Sequence[ChangePiece]:
    """Return both closing sentences as printed, compared word by word."""
    before, after = (own or minutes_words.closing(digits(ended_at)) for own, ended_at in (line.before, line.after))
    return word_pieces(before, after)


def _deadlines(line: ChangeLine) -> Sequence[ChangePiece]:
    """Return both deadlines as printed in the table of resolutions."""
    pairs = ((ChangeMark.REMOVED, line.before), (ChangeMark.ADDED, line.after))
    return [ChangePiece(mark=mark.value, text=_deadline(values)) for mark, values in pairs]


def _deadline(values: Sequence[str]) -> str:
    kind, due, count, unit, base = values
    said = deadline(DeadlineLine(kind=kind, due=due, count=int(count), unit=unit, base=base))
    return minutes_words.listed([one for one in said if one]) or words.NOTHING


_WHOLE: Final[Mapping[str, Callable[[ChangeLine], Sequence[ChangePiece]]]] = {
    "closing": _closings,
    "deadline": _deadlines,
}
"""Fields of which both sides are kept instead of pieces."""
