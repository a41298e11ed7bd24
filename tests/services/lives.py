"""One folder with minutes in every stage of their life: from the draft to a correction that was corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.notices import Notice
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.minutes.clauses import remove_clause, save_clause
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.versions.amending import amend, drop_amendment
from desktop_app.services.versions.signing import sign_all
from tests.services.office_steps import MONDAY, Office

REASON = "نام مجری نادرست نوشته شده بود"
LIVES = (
    "draft", "review", "final", "withdrawn", "signed", "correcting", "reading", "corrected", "signed_again",
    "corrected_twice", "given_up", "taken_back",
)  # fmt: skip
"""``correcting`` and ``reading`` are drafts of corrections, ``given_up`` is a dropped one, ``taken_back`` a final
correction that was withdrawn before its first signature."""
WORDS: Mapping[str, str] = dict(
    zip(
        LIVES,
        ("آبان", "باران", "پسته", "تاک", "جوی", "چنار", "خرما", "دریا", "ریحان", "زیتون", "سرو", "شقایق"),
        strict=True,
    )
)
"""A word of its own for each."""
NOTIFIED = frozenset({"signed", "correcting", "corrected_twice", "given_up"})
"""Whose units were told when they were signed."""
LAST = "پایان"
CHANGED = ("تازه", "افزوده", "سخن")
"""What a correction calls the first resolution, the one it adds and its note; the others it leaves out."""
CHANGED_AGAIN = ("دیگر", "پیوست", "گفتار")


@dataclass
class Lives:
    """The meetings by the stage of their minutes, and the version that is written or was begun last."""

    office: Office
    meetings: dict[str, int] = field(default_factory=dict)
    written: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)


def every_life(office: Office) -> Lives:
    """Make them, a meeting a day; each adopts two resolutions with a word of its own."""
    lives = Lives(office)
    for place, life in enumerate(LIVES):
        day = MONDAY - timedelta(days=2 * (len(LIVES) - place))
        _begin(lives, life, day)
        _STEPS[life](lives, life)
    return lives


def _begin(lives: Lives, life: str, day: date) -> None:
    office = lives.office
    meeting_id, version_id = office.written(2, day)
    for clause, ending in zip(resolutions(office, version_id), ("نخست", "دوم"), strict=True):
        save_clause(office.context, replace(clause, text=f"{WORDS[life]} {ending}"))
    (note,) = [one for one in office.where("clauses", minutes_version_id=version_id) if not one.is_resolution]
    save_clause(office.context, replace(note, text=f"{WORDS[life]} یادداشت"))
    lives.meetings[life], lives.first[life], lives.written[life] = meeting_id, version_id, version_id


def resolutions(office: Office, version_id: int) -> list[Clause]:
    """The clauses of a version that are resolutions, in their order."""
    return [one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution]


def _final(lives: Lives, life: str) -> None:
    lives.office.finalised(lives.written[life])


def _signed(lives: Lives, life: str) -> None:
    _final(lives, life)
    sign_all(lives.office.context, lives.written[life], MONDAY, asked=True)
    if life in NOTIFIED:
        notify_all(lives.office.context, lives.written[life], Notice(day=MONDAY))


def _correcting(lives: Lives, life: str, endings: tuple[str, str, str] = CHANGED) -> None:
    """The draft of a correction: the first resolution in other words, the second left out, another one added."""
    if lives.written[life] == lives.first[life]:
        _signed(lives, life)
    office = lives.office
    made = lives.written[life] = amend(office.context, lives.written[life], REASON).id
    first, *others = resolutions(office, made)
    save_clause(office.context, replace(first, text=f"{WORDS[life]} {endings[0]}"))
    for other in others:
        remove_clause(office.context, other.id)
    office.decide(made, office.items(lives.meetings[life])[2], f"{WORDS[life]} {endings[1]}")
    office.note(made, office.items(lives.meetings[life])[1], f"{WORDS[life]} {endings[2]}")


def _corrected(lives: Lives, life: str) -> None:
    _correcting(lives, life)
    _final(lives, life)


def _signed_again(lives: Lives, life: str) -> None:
    _correcting(lives, life)
    _signed(lives, life)


def _corrected_twice(lives: Lives, life: str) -> None:
    _signed_again(lives, life)
    _correcting(lives, life, CHANGED_AGAIN)
    _final(lives, life)


def _withdrawn(lives: Lives, life: str) -> None:
    _final(lives, life)
    _take_back(lives, life)


def _taken_back(lives: Lives, life: str) -> None:
    _corrected(lives, life)
    _take_back(lives, life)


def _take_back(lives: Lives, life: str) -> None:
    office = lives.office
    made = lives.written[life] = withdraw(office.context, lives.written[life], "غلط تایپی").id
    save_clause(office.context, replace(resolutions(office, made)[0], text=f"{WORDS[life]} {LAST}"))


def _given_up(lives: Lives, life: str) -> None:
    _correcting(lives, life)
    lives.written[life] = drop_amendment(lives.office.context, lives.written[life], "ایراد وارد نبود").id


def _read(lives: Lives, life: str) -> None:
    lives.office.read(lives.written[life])


def _reading(lives: Lives, life: str) -> None:
    _correcting(lives, life)
    _read(lives, life)


_STEPS: Mapping[str, Callable[[Lives, str], object]] = {
    "draft": lambda lives, life: None,
    "review": _read,
    "final": _final,
    "withdrawn": _withdrawn,
    "signed": _signed,
    "correcting": _correcting,
    "reading": _reading,
    "corrected": _corrected,
    "signed_again": _signed_again,
    "corrected_twice": _corrected_twice,
    "given_up": _given_up,
    "taken_back": _taken_back,
}
