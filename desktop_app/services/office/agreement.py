"""Memorandum, parties and axes after the founding: form values, and saving of changes.

``seen`` is what the form was filled with; where another act has changed it since, nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.date_words import TOKEN_WORDS
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.numbering import repeated_number
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.committee import Article, Axis, Committee, Memorandum, Party
from desktop_app.domain.rules.founding import (
    ArticleTitle,
    AxisValues,
    Faults,
    MemorandumValues,
    PartyValues,
    axis_faults,
    code_above,
    memorandum_faults,
    party_faults,
    plain_code,
)
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.office.settings import counters_so_far, numbers_given
from desktop_app.services.reading import require_same
from desktop_app.storage.store.store import RecordStore
from desktop_app.storage.store.work import Work

Kept = TypeVar("Kept", Article, Axis, Committee, Memorandum, Party)
_CHANGED = Changed.SETTINGS | Changed.MEETINGS | Changed.MINUTES | Changed.MEMBERS


# ---- memorandum


def memorandum_values(context: Context) -> MemorandumValues:
    """Return the form values of the memorandum."""
    with context.read() as work:
        return _memorandum(work)[0]


def memorandum_refusals(context: Context, values: MemorandumValues) -> Faults:
    """Return the refusals to save it, such as a signing day after a nomination letter."""
    with context.read() as work:
        return _memorandum_refusals(work, context.clock, values)


def _memorandum_refusals(work: Work, clock: Clock, values: MemorandumValues) -> Faults:
    found = memorandum_faults(values, clock.today())
    if values.signed_on is None:
        return found
    letters = [one.letter_day for one in work.nominations.where() if one.letter_day is not None]
    if letters and min(letters) < values.signed_on:
        return (*found, RuleBroken("signing_day_after_letter", field="signed_on"))
    return found


def save_memorandum(context: Context, values: MemorandumValues, seen: MemorandumValues) -> Outcome:
    """Save the title, subject, signing day, committee name and article titles."""
    with context.write() as work:
        _require(_memorandum_refusals(work, context.clock, values))
        stored, memorandum, articles = _memorandum(work)
        require_same("memorandum", stored, seen, memorandum.id)
        new = replace(
            memorandum,
            title=clean_text(context.paper, values.title, "title").strip(),
            subject=clean_text(context.paper, values.subject, "subject", multiline=True).strip(),
            signed_on=values.signed_on,
        )
        _put(work, context.clock, work.memoranda, "memorandum", memorandum, new)
        committee = work.committees.where(memorandum_id=memorandum.id)[0]
        named = replace(committee, name=clean_text(context.paper, values.committee, "committee").strip())
        _put(work, context.clock, work.committees, "committee", committee, named)
        for row, (article, typed) in enumerate(zip(articles, values.articles, strict=True)):
            titled = replace(article, title=clean_text(context.paper, typed.title, f"article.{row}").strip())
            _put(work, context.clock, work.articles, "article", article, titled)
        return work.record(Outcome(changed=_CHANGED, id=memorandum.id))


def _memorandum(work: Work) -> tuple[MemorandumValues, Memorandum, tuple[Article, ...]]:
    (memorandum,) = work.memoranda.where()
    (committee,) = work.committees.where(memorandum_id=memorandum.id)
    articles = tuple(
        sorted(work.articles.where(memorandum_id=memorandum.id), key=lambda one: (one.kind.value, one.ordinal))
    )
    values = MemorandumValues(
        title=memorandum.title,
        subject=memorandum.subject,
        committee=committee.name,
        signed_on=memorandum.signed_on,
        articles=tuple(ArticleTitle(kind=one.kind, ordinal=one.ordinal, title=one.title) for one in articles),
    )
    return values, memorandum, articles


# ---- parties


def party_values(context: Context) -> tuple[PartyValues, ...]:
    """Return the form values of the two parties."""
    with context.read() as work:
        return tuple(map(_party, work.parties.where()))


def save_parties(context: Context, values: Sequence[PartyValues], seen: Sequence[PartyValues]) -> Outcome:
    """Save the names and signatories of the parties; final papers keep theirs."""
    _require(party_faults(values))
    with context.write() as work:
        stored = work.parties.where()
        require_same("party", tuple(map(_party, stored)), tuple(seen))
        by_code = {one.code: one for one in values}
        for party in stored:
            typed = by_code[party.code]
            new = replace(
                party,
                name=clean_text(context.paper, typed.name, f"name.{party.code}").strip(),
                short_name=clean_text(context.paper, typed.short_name, f"short_name.{party.code}").strip(),
                signatory=clean_text(context.paper, typed.signatory, f"signatory.{party.code}").strip(),
                signatory_post=clean_text(context.paper, typed.signatory_post, f"signatory_post.{party.code}").strip(),
            )
            _put(work, context.clock, work.parties, "party", party, new)
        return work.record(Outcome(changed=_CHANGED))


def _party(party: Party) -> PartyValues:
    return PartyValues(
        code=party.code,
        name=party.name,
        short_name=party.short_name,
        signatory=party.signatory,
        signatory_post=party.signatory_post,
    )


# ---- axes


def axis_values(context: Context) -> tuple[AxisValues, ...]:
    """Return the form values of the axes, in order."""
    with context.read() as work:
        return tuple(map(_axis, work.axes.where()))


def axis_refusals(context: Context, values: Sequence[AxisValues]) -> Faults:
    """Return the refusals to save the axes, such as a code that would repeat a number."""
    with context.read() as work:
        return (*_faults(work, values), *_repeating(work, values))


def save_axes(context: Context, values: Sequence[AxisValues], seen: Sequence[AxisValues]) -> Outcome:
    """Save codes, titles, order and new axes; stored axes are never removed."""
    with context.write() as work:
        _require(_faults(work, values))
        _require(_repeating(work, values))
        stored = {one.id: one for one in work.axes.where()}
        require_same("axis", tuple(map(_axis, stored.values())), tuple(seen))
        if not stored.keys() <= {one.id for one in values}:
            raise RuleBroken("axis_kept", field="axes")
        _put_axes(work, context.clock, context.paper, values, stored)
        return work.record(Outcome(changed=_CHANGED | Changed.RESOLUTIONS))


def _faults(work: Work, values: Sequence[AxisValues]) -> Faults:
    return axis_faults(values, {axis.code for axis in work.axes.where()})


def _repeating(work: Work, values: Sequence[AxisValues]) -> Faults:
    """Return refusals of new axis codes that could repeat a given number; stored codes are not checked."""
    pattern, given, so_far = work.settings().number_pattern, numbers_given(work), counters_so_far(work)
    known = {plain_code(axis.code) for axis in work.axes.where()}
    found = []
    for row, one in enumerate(values):
        again = (
            repeated_number(pattern, TOKEN_WORDS, given, one.code.strip(), so_far)
            if plain_code(one.code) not in known
            else ""
        )
        if again:
            found.append(RuleBroken("axis_repeats_number", field=f"code.{row}", number=again))
    return tuple(found)


def _put_axes(
    work: Work, clock: Clock, paper: PaperCapabilities, values: Sequence[AxisValues], stored: dict[int, Axis]
) -> None:
    committee_id = work.committees.where()[0].id
    ids: dict[str, int] = {}
    # codes are unique at every moment: those that change wait under a code that nobody types
    for axis in stored.values():
        typed = next(one for one in values if one.id == axis.id)
        if typed.code.strip() != axis.code:
            work.axes.update(replace(axis, code=f"\u2043{axis.id}"))
    rows = sorted(enumerate(values), key=lambda one: plain_code(one[1].code).count("-"))
    for row, one in rows:
        above = code_above(one.code)
        wanted = Axis(
            id=one.id,
            committee_id=committee_id,
            code=clean_text(paper, one.code, f"code.{row}").strip(),
            title=clean_text(paper, one.title, f"title.{row}").strip(),
            ordinal=row + 1,
            parent_id=None if above is None else ids[above],
        )
        if one.id:
            ids[plain_code(one.code)] = one.id
            _put(work, clock, work.axes, "axis", stored[one.id], wanted)
        else:
            made = work.axes.add(wanted)
            ids[plain_code(one.code)] = made.id
            work.audit("added", "axis", made.id, at=clock.instant(), code=made.code, title=made.title)


def _axis(axis: Axis) -> AxisValues:
    return AxisValues(id=axis.id, code=axis.code, title=axis.title)


# ---- inside


def _require(found: Faults) -> None:
    for broken in found:
        raise broken


def _put(work: Work, clock: Clock, store: RecordStore[Kept], kind: str, stored: Kept, new: Kept) -> None:
    """Update a changed record, with its audit entry."""
    if new == stored:
        return
    store.update(new)
    work.audit("changed", kind, new.id, at=clock.instant(), **changes(stored, new))
