"""Frozen minutes, verified on each read: the snapshot against its hash, what the audit recorded, and the records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.frozen_parts import (
    FrozenDifference,
    FrozenPart,
    FrozenRows,
    differing_words,
    frozen_differences,
    guards_lines,
    is_guarded,
    says_line,
    words_agree,
)
from desktop_app.domain.documents.snapshots import content_hash, minutes_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import LOST, UNFROZEN, Clause, MinutesVersion, text_was_lost, was_taken_over
from desktop_app.domain.rules.resolutions import Resolution
from desktop_app.services.documents.recoveries import RECOVERED
from desktop_app.services.ports import Work
from desktop_app.services.reading import agenda_of, newest_version

_VERSION: Final = "minutes_version"
_CLASS: Final = "classification"
_CODES: Final = "codes"
"""Fact of that entry: the minutes whose rows were proved, each with its code."""
_DIFFERS: Final = "hash_differs"
"""Kind of the finding that a frozen text is not the one of its code."""
_ROWS_DIFFER: Final = "snapshot_differs"
"""Kind of the finding that the records of a version are not what its frozen text says."""
ROWS: Final = frozenset(FrozenPart) - {FrozenPart.TEXT, FrozenPart.CODE, FrozenPart.HEAD}
"""Parts that stand in rows of their own, beside that of the version."""
_PAPER: Final = ROWS | {FrozenPart.HEAD}
"""What a paper of the frozen text alone draws of no row; of the head that is the class, which a lost row may raise."""
_PARTS: Final = 3
"""So many parts has each row of what the entry of a recovery lists, codes apart."""
_PAIR: Final = 2
"""So many has each of the codes."""
NO_DOCUMENT: Final = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What reading a snapshot raises where it is the text of no such document."""


def frozen_minutes(work: Work, version: MinutesVersion) -> MinutesDocument:
    """The document that a version was frozen as.

    Raises ``RuleBroken("minutes_falsified", number=…, part=…, place=…, version=…)`` where it is no longer that: such
    minutes are neither shown nor printed, least of all under the genuine code. ``minutes_text_lost`` where a recovery
    that was accepted recorded that loss, and ``minutes_taken_over`` where there never was one.
    """
    if was_taken_over(version):
        raise RuleBroken("minutes_taken_over")
    _require_genuine(work, version)
    return minutes_from_json(version.snapshot)


def frozen_paper(work: Work, version: MinutesVersion, drawn: Collection[FrozenPart] = ()) -> MinutesDocument:
    """The same for what is drawn of the frozen text alone, and of its rows at most those of the parts ``drawn``.

    The text proves itself: its hash is the code on the paper that was signed, and the entry that was made when it
    became final. So rows that a recovery told of as lost, which say otherwise, do not keep it from being printed.
    """
    if was_taken_over(version):
        raise RuleBroken("minutes_taken_over")
    _require_genuine(work, version, _PAPER - set(drawn))
    return minutes_from_json(version.snapshot)


def is_genuine(work: Work, version: MinutesVersion, drawn: Collection[FrozenPart] = ()) -> bool:
    """Whether its frozen text is what it was, with rows that say the same, but for those that a recovery told of."""
    return next(_wrong_in(work, version, _PAPER - set(drawn)), None) is None


def hold_words(work: Work, drawn: Iterable[tuple[Resolution, Clause]]) -> None:
    """Resolutions whose words are drawn, each with its clause, against the frozen minutes in which they stand.

    Raises ``minutes_falsified`` as :func:`frozen_minutes` where a drawn word, number or class is no longer what was
    frozen. It costs one statement, however many they are, and one more for each whose text was lost; of each minutes
    only what is drawn is compared. What nobody froze, a draft or minutes that were taken over, is known by the hashes
    of its rows, as at each start; so are minutes whose frozen text a recovery found lost, or nothing could be drawn of
    the office ever again. For the same reason a row that a recovery marked is drawn with its mark, where it told of
    these minutes.
    """
    words: dict[int, dict[str, Clause]] = {}
    for resolution, clause in drawn:
        words.setdefault(clause.minutes_version_id, {})[resolution.number or ""] = clause
    recorded = work.frozen_hashes(words) if words else {}
    for version_id, own in words.items():
        version = work.versions.get(version_id)
        if not _bears(work, version, recorded, own) and not _told_lost(work, version):
            _require_words(work, version, own)


def _told_lost(work: Work, version: MinutesVersion) -> bool:
    """Whether any recovery recorded this version as lost; anybody else may have written the mark.

    A later recovery takes the row that an earlier one put in its place as a sound one, and does not record it again.
    """
    return text_was_lost(version) and any(_tells_of(facts, version.id) for facts in work.entries(*RECOVERED))


def _told_rows(work: Work, version: MinutesVersion) -> bool:
    """Whether any recovery recorded that rows of this version are not what its frozen text says."""
    return any(_lists(facts, _ROWS_DIFFER, version.id) for facts in work.entries(*RECOVERED))


def _tells_of(facts: Mapping[str, Any], version_id: int) -> bool:
    """Whether the entry of a recovery says that the frozen text of a version did not come."""
    if "left" in facts:
        # what was wrong between the records, however many there were, also of an earlier recovery's loss
        return _lists(facts, _DIFFERS, version_id)
    named = _rows(facts.get("records"))
    if [_VERSION, version_id] in [one[:2] for one in named]:
        return True
    # without that list the entry of a very large loss names the first of its records alone
    count = facts.get("count")
    return isinstance(count, int) and count > len(named) > 0


def _lists(facts: Mapping[str, Any], kind: str, version_id: int) -> bool:
    return any(
        isinstance(ids, list) and version_id in ids
        for *found, ids in _rows(facts.get("left"))
        if found == [kind, _VERSION]
    )


def _rows(found: object, parts: int = _PARTS) -> list[list[Any]]:
    """A list of rows of so many parts as a recovery writes it; nothing where it is anything else."""
    return [one for one in found if isinstance(one, list) and len(one) == parts] if isinstance(found, list) else []


def _code_of(work: Work, version: MinutesVersion, hashes: Mapping[int, str]) -> str:
    """The hash that was recorded when it became final; where its entry is lost, what a recovery recorded of it."""
    if version.id in hashes or not version.content_hash:
        return hashes.get(version.id, "")
    pairs = (pair for facts in work.entries(*RECOVERED) for pair in _rows(facts.get(_CODES), _PAIR))
    codes = {str(code) for version_id, code in pairs if version_id == version.id}
    return codes.pop() if len(codes) == 1 else ""


def _bears(work: Work, version: MinutesVersion, hashes: Mapping[int, str], drawn: Mapping[str, Clause]) -> bool:
    """Whether a version bears these clauses beyond doubt; where it does not, the whole is asked."""
    recorded = _code_of(work, version, hashes)
    if not recorded and not version.content_hash:
        return version.state in UNFROZEN or was_taken_over(version)
    if not recorded == version.content_hash == content_hash(version.snapshot):
        return False
    try:
        return words_agree(minutes_from_json(version.snapshot), version, drawn)
    except NO_DOCUMENT:
        return False


def _require_genuine(work: Work, version: MinutesVersion, excused: Collection[FrozenPart] = ()) -> None:
    for one in _wrong_in(work, version, excused):
        number = work.meetings.get(version.meeting_id).number or 0
        if one.part is FrozenPart.TEXT and _told_lost(work, version):
            raise RuleBroken("minutes_text_lost", number=number, version=version.version)
        if one.part in _PAPER and _told_rows(work, version) and is_genuine(work, version):
            raise RuleBroken("minutes_rows_lost", number=number, version=version.version)
        raise _falsified(number, version, one)


def _falsified(number: int, version: MinutesVersion, one: FrozenDifference) -> RuleBroken:
    return RuleBroken("minutes_falsified", number=number, part=one.part.value, place=one.place, version=version.version)


def _require_words(work: Work, version: MinutesVersion, drawn: Mapping[str, Clause]) -> None:
    """Each drawn word is the frozen one, or bears a mark in minutes of which a recovery told; none is guarded less.

    Of minutes of which a recovery told, other rows may differ: nothing of them is drawn but the class of the head.
    """
    found = tuple(differences_of(work, version))
    told = tuple(work.entries(*RECOVERED)) if found else ()
    excused = _PAPER if any(_lists(facts, _ROWS_DIFFER, version.id) for facts in told) else ()
    wrong = next((one for one in found if one.part not in excused), None)
    number = work.meetings.get(version.meeting_id).number or 0
    if wrong is None and version.content_hash:
        document = minutes_from_json(version.snapshot)
        if excused and not is_guarded(document, version, _notes(work, version)):
            raise RuleBroken("minutes_rows_lost", number=number, version=version.version)
        differing = differing_words(document, version, drawn)
        if not all(excused and _is_told(document, version, one, drawn[one]) for one in differing):
            wrong = FrozenDifference(FrozenPart.RESOLUTION)
    if wrong is not None:
        raise _falsified(number, version, wrong)


def _notes(work: Work, version: MinutesVersion) -> tuple[Clause, ...]:
    """The clauses that are no resolution, as far as no recovery marked them."""
    clauses = work.clauses.where(minutes_version_id=version.id)
    return tuple(one for one in clauses if not (one.is_resolution or one.text.startswith(LOST)))


def _is_told(document: MinutesDocument, version: MinutesVersion, number: str, clause: Clause) -> bool:
    """Whether what is drawn of minutes of which a recovery told is its doing: a mark, or a class that it raised."""
    own = [line for line in document.resolutions if line.number == number]
    lines = document.resolutions if number.startswith(LOST) else own
    if any(says_line(line, version, clause) for line in lines):
        return True
    # not whether an entry names the clause: one that was marked is a sound row to the next recovery
    return clause.text.startswith(LOST) and guards_lines(own or document.resolutions, version, clause)


def _wrong_in(work: Work, version: MinutesVersion, excused: Collection[FrozenPart]) -> Iterator[FrozenDifference]:
    """What differs, without the rows of these parts where a recovery told of them."""
    told: bool | None = None
    for one in differences_of(work, version):
        if one.part in excused and (one.part is not FrozenPart.HEAD or one.field == _CLASS):
            told = _told_rows(work, version) if told is None else told
            if told:
                continue
        yield one


def differences_of(work: Work, version: MinutesVersion) -> Iterator[FrozenDifference]:
    """Everything in which frozen minutes are no longer what they were."""
    if content_hash(version.snapshot) != version.content_hash:
        yield FrozenDifference(FrozenPart.TEXT)
        return
    if _code_of(work, version, work.frozen_hashes([version.id])) != version.content_hash:
        yield FrozenDifference(FrozenPart.CODE)
    try:
        document = minutes_from_json(version.snapshot)
    except NO_DOCUMENT:
        yield FrozenDifference(FrozenPart.TEXT)
    else:
        yield from frozen_differences(document, _rows_of(work, version))


def _rows_of(work: Work, version: MinutesVersion) -> FrozenRows:
    """The records of a version that its snapshot is held against."""
    clauses = work.clauses.where(minutes_version_id=version.id)
    ids = [one.resolution_id for one in clauses if one.resolution_id is not None]
    newest = newest_version(work, version.meeting_id)
    last = newest is None or newest.id == version.id
    return FrozenRows(
        version=version,
        attendance=work.attendance.where(minutes_version_id=version.id),
        guests=work.guests.where(minutes_version_id=version.id),
        signers=work.signers.where(minutes_version_id=version.id),
        talk=work.deliberations.where(minutes_version_id=version.id),
        clauses=clauses,
        numbers={one.id: one.number for one in work.resolutions.where(id=ids)},
        agenda=agenda_of(work, version.meeting_id) if last else None,
    )
