"""Corrections of signed minutes: rules for beginning and dropping one, and the word-by-word difference.

The paper of a correction has to show that difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

from desktop_app.domain.documents.amendment_lines import ChangedPart, ChangeLine, ChangeMark, ChangePiece
from desktop_app.domain.documents.annex_lines import attachment_list
from desktop_app.domain.documents.documents import (
    AgendaLine,
    AttendanceLine,
    DeadlineLine,
    EffectLine,
    MinutesDocument,
    ResolutionLine,
)
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import MINUTES, MinutesState, MinutesVersion, require_editable, was_taken_over


def require_can_amend(version: MinutesVersion, *, newest: int) -> None:
    """Raise ``RuleBroken`` unless the version is signed and the newest; ``newest`` is the newest version number."""
    if not MINUTES.allows(version.state, MinutesState.AMENDED):
        raise RuleBroken("amend_not_signed", state=version.state)
    if was_taken_over(version):
        raise RuleBroken("amend_taken_over")
    if newest > version.version:
        raise RuleBroken("amend_begun_already", version=newest)


def require_can_drop(version: MinutesVersion, base: MinutesVersion | None) -> None:
    """Raise ``RuleBroken`` unless the version is the draft of a correction of ``base``, still in force.

    A correction that was final once has numbered and moved what it changed; it is withdrawn and written to its end.
    """
    require_editable(version)
    if base is None:
        raise RuleBroken("drop_not_correction")
    if not MINUTES.allows(base.state, MinutesState.AMENDED):
        raise RuleBroken("drop_after_final")


MOST_COMPARED: Final = 4_000_000
"""Words before times words after: beyond that a text is shown as replaced, so that the cost stays bounded."""
LEAST_COMMON: Final = 0.25
"""With a smaller share of common words a text is shown as replaced: scattered leftovers would only confuse."""
EVERY_UNIT: Final = "*"
"""Stands for «all units» in the list of cooperating ones."""

FACTS: Final = ("day", "began_at", "ended_at", "place", "chair", "secretary", "kind")
SEAT: Final = ("state", "substitute", "post", "letter_number", "letter_day", "arrived_at", "left_at")
RESOLUTION: Final = ("text", "kind", "axis", "executor", "owner", "adoption", "reservation", "upstream")
_TEXTS: Final = frozenset({"text", "place", "reservation", "upstream", "closing", "next_agenda", "kept_at"})
"""Fields whose words are compared; the others are replaced as a whole."""


def differences(before: MinutesDocument, after: MinutesDocument) -> tuple[ChangeLine, ...]:
    """Return every change between two documents of minutes, in paper order; empty for equal ones.

    What the program computes (quorum, the follow-up report) and the letterhead are not compared.
    """
    return (
        *_fields(ChangedPart.PAPER, "", ("classification", "urgency"), before.letterhead, after.letterhead),
        *_fields(ChangedPart.MEETING, "", FACTS, before.meeting, after.meeting),
        *_attendance(before.attendance, after.attendance),
        *_list(ChangedPart.GUESTS, [_guest(one) for one in _guests(before)], [_guest(one) for one in _guests(after)]),
        *_agenda(before, after),
        *_resolutions(before.resolutions, after.resolutions),
        *_fields(ChangedPart.NEXT_MEETING, "", ("next_day", "next_starts_at", "next_agenda"), before, after),
        *_closing(before, after),
        *_fields(ChangedPart.ENDING, "", ("originals", "kept_at"), before, after),
        *_list(ChangedPart.SIGNERS, [one.name for one in before.signers], [one.name for one in after.signers]),
        *_list(ChangedPart.ATTACHMENTS, _attached(before), _attached(after)),
        *_list(ChangedPart.COPIES, before.copies_to, after.copies_to),
    )


def _attached(document: MinutesDocument) -> tuple[str, ...]:
    return attachment_list(document.attachments, document.annexes)


# ---- words


def word_pieces(before: str, after: str) -> tuple[ChangePiece, ...]:
    """Compare two texts by words: kept, removed and added pieces in one row, removed before added."""
    old, new = before.split(), after.split()
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    pieces = [
        (ChangeMark.SAME, old[:start]),
        *_compared(middle_old, middle_new),
        (ChangeMark.SAME, old[len(old) - end :]),
    ]
    return _joined(pieces)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Number of equal words at the start."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _compared(old: list[str], new: list[str]) -> list[tuple[ChangeMark, list[str]]]:
    whole = [(ChangeMark.REMOVED, old), (ChangeMark.ADDED, new)]
    if len(old) * len(new) > MOST_COMPARED:
        return whole
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < LEAST_COMMON:
        return whole
    found: list[tuple[ChangeMark, list[str]]] = []
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if tag == "equal":
            found.append((ChangeMark.SAME, old[from_old:to_old]))
        else:
            found += [(ChangeMark.REMOVED, old[from_old:to_old]), (ChangeMark.ADDED, new[from_new:to_new])]
    return found


def _joined(pieces: Sequence[tuple[ChangeMark, list[str]]]) -> tuple[ChangePiece, ...]:
    """Join adjacent pieces with one mark; leave out empty pieces."""
    found: list[tuple[ChangeMark, list[str]]] = []
    for mark, words in pieces:
        if not words:
            continue
        if found and found[-1][0] is mark:
            found[-1][1].extend(words)
        else:
            found.append((mark, list(words)))
    return tuple(ChangePiece(mark=mark.value, text=" ".join(words)) for mark, words in found)


def _replaced(before: str, after: str) -> tuple[ChangePiece, ...]:
    pieces = ((ChangeMark.REMOVED, before), (ChangeMark.ADDED, after))
    return tuple(ChangePiece(mark=mark.value, text=text) for mark, text in pieces if text)


# ---- parts


def _text_of(value: object) -> str:
    return "" if value is None else str(value)


def _fields(part: ChangedPart, name: str, names: Sequence[str], before: object, after: object) -> Iterator[ChangeLine]:
    for field in names:
        old, new = _text_of(getattr(before, field)), _text_of(getattr(after, field))
        if old != new:
            pieces = word_pieces(old, new) if field in _TEXTS else _replaced(old, new)
            yield ChangeLine(part=part.value, name=name, field=field, pieces=pieces)


def _closing(before: MinutesDocument, after: MinutesDocument) -> Iterator[ChangeLine]:
    """Compare the closing sentences; an empty one means the usual sentence, so both are shown in full."""
    if before.closing == after.closing:
        return
    if before.closing and after.closing:
        yield from _fields(ChangedPart.ENDING, "", ("closing",), before, after)
        return
    sides = [(one.closing, one.meeting.ended_at) for one in (before, after)]
    yield ChangeLine(part=ChangedPart.ENDING.value, name="", field="closing", before=sides[0], after=sides[1])


def _whole(part: ChangedPart, name: str, mark: ChangeMark, text: str) -> ChangeLine:
    piece = ChangePiece(mark=mark.value, text=text)
    return ChangeLine(part=part.value, name=name, field="", pieces=(piece,))


def _attendance(before: Sequence[AttendanceLine], after: Sequence[AttendanceLine]) -> Iterator[ChangeLine]:
    """Compare the attendance by member name: seats added or removed, and changes of the others."""
    old, new = {_seat(one): one for one in before}, {_seat(one): one for one in after}
    for key, seat in old.items():
        if key not in new:
            yield _whole(ChangedPart.ATTENDANCE, seat.name, ChangeMark.REMOVED, seat.name)
        else:
            yield from _fields(ChangedPart.ATTENDANCE, seat.name, SEAT, seat, new[key])
    for key, seat in new.items():
        if key not in old:
            yield _whole(ChangedPart.ATTENDANCE, seat.name, ChangeMark.ADDED, seat.name)


def _seat(line: AttendanceLine) -> tuple[int, str]:
    return line.party, line.name


def _guests(document: MinutesDocument) -> list[tuple[str, str]]:
    return [(guest.name, guest.post) for guest in document.guests]


def _guest(guest: tuple[str, str]) -> str:
    name, post = guest
    return f"{name} ({post})" if post else name


def _list(part: ChangedPart, before: Sequence[str], after: Sequence[str]) -> Iterator[ChangeLine]:
    """Compare two lists: removed and added entries in one line; a mere change of order is ignored."""
    gone = [one for one in before if one not in after]
    come = [one for one in after if one not in before]
    pieces = [ChangePiece(mark=ChangeMark.REMOVED.value, text=one) for one in gone]
    pieces += [ChangePiece(mark=ChangeMark.ADDED.value, text=one) for one in come]
    if pieces:
        yield ChangeLine(part=part.value, name="", field="", pieces=tuple(pieces))


def _agenda(before: MinutesDocument, after: MinutesDocument) -> Iterator[ChangeLine]:
    """Compare deliberations and notes by agenda item; the items themselves belong to the meeting."""
    old, new = _items(before), _items(after)
    for key in dict.fromkeys([*old, *new]):
        (title, _), was, now = key, old.get(key), new.get(key)
        talk = (was.talk if was else ()), (now.talk if now else ())
        yield from _paired(ChangedPart.TALK, title, *([f"{name} — {said}" for name, said in side] for side in talk))
        yield from _paired(ChangedPart.NOTE, title, list(was.notes if was else ()), list(now.notes if now else ()))
        yield from _effects(ChangedPart.NOTE, title, *(_note_effects(side) for side in (was, now)))
        old_fate, new_fate = (_fate(side) for side in (was, now))
        if old_fate != new_fate:
            pieces = _replaced(old_fate, new_fate)
            yield ChangeLine(part=ChangedPart.NOTE.value, name=title, field="fate", pieces=pieces)


def _fate(item: AgendaLine | None) -> str:
    """Return what becomes of an item without text as kind and reason, with ``/`` between; empty if it was reached."""
    return f"{item.fate}/{item.fate_reason}" if item is not None and item.fate else ""


def _note_effects(item: AgendaLine | None) -> list[EffectLine]:
    return [one for effects in item.note_effects for one in effects] if item is not None else []


def _effects(
    part: ChangedPart, name: str, before: Sequence[EffectLine], after: Sequence[EffectLine]
) -> Iterator[ChangeLine]:
    """Compare what clauses do to earlier resolutions; each piece holds kind, day and number, with ``/`` between."""
    sides = ([f"{one.kind}/{one.day}/{one.number}" for one in side] for side in (before, after))
    for line in _list(part, *sides):
        yield ChangeLine(part=line.part, name=name, field="effects", pieces=line.pieces)


def _items(document: MinutesDocument) -> dict[tuple[str, int], AgendaLine]:
    """Return the items by title and by position among equal titles, such as two «سایر موارد»."""
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], AgendaLine] = {}
    for item in document.agenda:
        found[item.title, seen[item.title]] = item
        seen[item.title] += 1
    return found


def _paired(part: ChangedPart, title: str, before: list[str], after: list[str]) -> Iterator[ChangeLine]:
    """Compare the texts of one item: equal texts are left out, texts at one position are compared by words."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if tag == "equal":
            continue
        for was, now in zip_longest(before[from_old:to_old], after[from_new:to_new], fillvalue=""):
            yield ChangeLine(part=part.value, name=title, field="text", pieces=word_pieces(was, now))


def _resolutions(before: Sequence[ResolutionLine], after: Sequence[ResolutionLine]) -> Iterator[ChangeLine]:
    """Compare resolutions by number, which a correction keeps; one without a number is new."""
    old = {line.number: line for line in before}
    new = {line.number: line for line in after if line.number}
    for number, line in old.items():
        if number not in new:
            yield _whole(ChangedPart.RESOLUTION, number, ChangeMark.REMOVED, line.text)
        else:
            yield from _resolution(line, new[number])
    for line in after:
        if line.number not in old:
            yield _whole(ChangedPart.RESOLUTION, line.number, ChangeMark.ADDED, line.text)


def _resolution(before: ResolutionLine, after: ResolutionLine) -> Iterator[ChangeLine]:
    number = before.number
    yield from _fields(ChangedPart.RESOLUTION, number, RESOLUTION, before, after)
    yield from _cooperating(number, _units(before), _units(after))
    if _agreed(before.deadline) != _agreed(after.deadline):
        yield ChangeLine(
            part=ChangedPart.RESOLUTION.value,
            name=number,
            field="deadline",
            before=_values(before.deadline),
            after=_values(after.deadline),
        )
    votes = _votes(before), _votes(after)
    if votes[0] != votes[1]:
        yield ChangeLine(part=ChangedPart.RESOLUTION.value, name=number, field="votes", pieces=_replaced(*votes))
    yield from _effects(ChangedPart.RESOLUTION, number, before.effects, after.effects)


def _units(line: ResolutionLine) -> Sequence[str]:
    return (EVERY_UNIT,) if line.all_units else line.cooperating


def _cooperating(number: str, before: Sequence[str], after: Sequence[str]) -> Iterator[ChangeLine]:
    for line in _list(ChangedPart.RESOLUTION, before, after):
        yield ChangeLine(part=line.part, name=number, field="cooperating", pieces=line.pieces)


def _agreed(deadline: DeadlineLine) -> tuple[str, ...]:
    """The deadline as agreed, without the computed day, which may become known later."""
    return _values(deadline) if deadline.kind in {"day", "continuous"} else (deadline.kind, *_values(deadline)[2:])


def _values(deadline: DeadlineLine) -> tuple[str, ...]:
    return tuple(_text_of(getattr(deadline, part.name)) for part in fields(deadline))


def _votes(line: ResolutionLine) -> str:
    if line.votes_for is None or line.votes_against is None:
        return ""
    return f"{line.votes_for}/{line.votes_against}"
