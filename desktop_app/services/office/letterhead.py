"""The letterhead of the office's papers: its lines, its invocation, and the logo with the picture behind it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from desktop_app.domain.documents.letterheads import LetterheadValues
from desktop_app.domain.documents.pictures import Picture
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.settings import OfficeSettings
from desktop_app.services.context import Context
from desktop_app.services.office.settings import put_settings, settings_refusals, sound_settings
from desktop_app.storage.store.work import Work

FIELDS = ("letterhead", "invocation", "logo")
"""The settings that are the letterhead's."""


def letterhead_values(context: Context) -> LetterheadValues:
    """The letterhead as it stands."""
    with context.read() as work:
        settings = work.settings()
        return LetterheadValues(
            lines=settings.letterhead, invocation=settings.invocation, logo=picture_of(work, settings.logo)
        )


def letterhead_refusals(context: Context, values: LetterheadValues) -> tuple[RuleBroken, ...]:
    """Everything that forbids to save the letterhead, each beside its own field."""
    with context.read() as work:
        stored = work.settings()
    found = settings_refusals(context, _edited(stored, values))
    return tuple(broken for broken in found if broken.field in FIELDS)


def save_letterhead(context: Context, values: LetterheadValues, seen: LetterheadValues) -> Outcome:
    """Store what differs from the letterhead that was ``seen``; a picture is kept once and for ever.

    Papers that are final keep the letterhead and the logo that they were made with.
    """
    with context.write() as work:
        stored = work.settings()
        edited = _edited(stored, values)
        kept = replace(
            stored,
            letterhead=edited.letterhead if values.lines != seen.lines else stored.letterhead,
            invocation=edited.invocation if values.invocation != seen.invocation else stored.invocation,
            logo=edited.logo if values.logo != seen.logo else stored.logo,
        )
        if values.logo is not None and kept.logo and not work.pictures.where(sha256=kept.logo):
            work.pictures.add(replace(values.logo, id=0))
        put_settings(work, context.clock, sound_settings(context.paper, kept))
        return work.record(Outcome(changed=Changed.SETTINGS))


def picture_of(work: Work, sha256: str) -> Picture | None:
    """The kept picture of a hash, None for no hash; one that is gone or was changed is refused by name."""
    if not sha256:
        return None
    found = work.pictures.where(sha256=sha256)
    if not found or hashlib.sha256(found[0].content).hexdigest() != sha256:
        raise EnvironmentProblem("picture_lost", sha256=sha256)
    return found[0]


def logo_of(work: Work, sha256: str) -> bytes:
    """The bytes of the logo that a paper names, empty for none."""
    found = picture_of(work, sha256)
    return b"" if found is None else found.content


def _edited(stored: OfficeSettings, values: LetterheadValues) -> OfficeSettings:
    lines = tuple(line.strip() for line in values.lines if line.strip())
    logo = "" if values.logo is None else values.logo.sha256
    return replace(stored, letterhead=lines, invocation=values.invocation, logo=logo)
