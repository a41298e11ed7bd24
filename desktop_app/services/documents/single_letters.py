"""Single letters of a paper: each as the register keeps it, some of them, and number and day that each bears."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from desktop_app.domain.documents.paper_kinds import PaperKind


def single_letters(kind: PaperKind, document: Any) -> Iterator[Any]:  # noqa: ANN401 - a document of whatever kind
    """One document for each letter, in their order; nothing of a paper that is none."""
    if kind is PaperKind.INVITATION:
        for one in document.addressees:
            head = replace(document.letterhead, number=one.own_number or document.letterhead.number)
            yield replace(document, letterhead=head, addressees=(replace(one, own_number=""),))
    elif kind is PaperKind.EXTRACT:
        yield from (replace(document, letterhead=one.letterhead, letters=(one,)) for one in document.letters)
    elif kind is PaperKind.REMINDER:
        for one in document.letters:
            head = replace(document.letterhead, number=one.own_number or document.letterhead.number)
            yield replace(document, letterhead=head, letters=(replace(one, own_number=""),))
    elif kind is PaperKind.LETTER:
        yield document


def some_letters(kind: PaperKind, document: Any, places: Collection[int]) -> Any:  # noqa: ANN401 - the same document
    """The document with these of its letters alone, by their places from 0; None where none is left."""
    if kind is PaperKind.LETTER:
        return document if places else None
    named = "addressees" if kind is PaperKind.INVITATION else "letters"
    kept = tuple(one for place, one in enumerate(getattr(document, named)) if place in places)
    return replace(document, **{named: kept}) if kept else None


def with_numbers(kind: PaperKind, document: Any, numbers: Sequence[str]) -> Any:  # noqa: ANN401 - the same document
    """The document whose letters bear these numbers, in their order; a letter that was written to nobody has none."""
    if kind is PaperKind.LETTER:
        heads = [replace(document.letterhead, number=number) for number in numbers]
        return replace(document, letterhead=heads[0]) if heads else document
    if kind is PaperKind.INVITATION:
        return replace(document, addressees=_with_own(document.addressees, numbers, document.letterhead.number))
    if kind is PaperKind.EXTRACT:
        pairs = zip(document.letters, numbers, strict=True)
        letters = [replace(one, letterhead=replace(one.letterhead, number=number)) for one, number in pairs]
        return replace(document, letters=tuple(letters))
    return replace(document, letters=_with_own(document.letters, numbers, document.letterhead.number))


def _with_own(lines: Sequence[Any], numbers: Sequence[str], shared: str) -> tuple[Any, ...]:
    """The letters under one letterhead; a number of its own bears each that has not the ``shared`` one."""
    pairs = zip(lines, numbers, strict=True)
    return tuple(replace(one, own_number="" if number == shared else number) for one, number in pairs)


def with_days(kind: PaperKind, document: Any, days: Sequence[str]) -> Any:  # noqa: ANN401 - the same document
    """The document whose letters bear these days, in their order; the letters of a reminder share one."""
    if kind is PaperKind.EXTRACT:
        pairs = zip(document.letters, days, strict=True)
        return replace(
            document, letters=tuple(replace(one, letterhead=replace(one.letterhead, day=day)) for one, day in pairs)
        )
    head = document.letterhead
    return replace(document, letterhead=replace(head, day=head.day or max(days, default="")))
