"""Settings, print setup and letterhead of the office: reading, checking, saving.

A setting is saved only when no rule of the product would break by it. Papers that are final keep their own print setup.
The letterhead has its lines, its invocation and its logo.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import fields, replace
from typing import TypeVar

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.date_words import TOKEN_WORDS
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.documents.appearance import LetterheadValues, Picture
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.documents.print_setup import PrintSetup, setup_refusals
from desktop_app.domain.documents.settings import OfficeSettings, require_hours, require_letterhead
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.numbering import (
    NEW,
    Counters,
    GivenNumber,
    require_fresh,
    require_sound,
    require_sound_for_letters,
)
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.papers import require_originals
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.meetings.meetings import time_of
from desktop_app.services.taking_over.earlier import counters_of
from desktop_app.storage.store.work import Work

T = TypeVar("T")


def office_settings(context: Context) -> OfficeSettings:
    """Return the stored settings."""
    with context.read() as work:
        return work.settings()


def settings_refusals(context: Context, settings: OfficeSettings) -> tuple[RuleBroken, ...]:
    """Return every refusal to save the settings, each for its field."""
    checked, refused = _checked(context.paper, settings)
    if any(broken.field == "pattern" for broken in refused):
        return refused
    with context.read() as work:
        try:
            _require_fresh(work, checked)
        except RuleBroken as broken:
            return (broken, *refused)
    return refused


def save_edited(context: Context, settings: OfficeSettings, seen: OfficeSettings) -> Outcome:
    """Save the differences from the ``seen`` settings; other changes made meanwhile stay.

    A number pattern that could repeat, or a week without a working day, is refused.
    """
    edited = {
        part.name: getattr(settings, part.name)
        for part in fields(settings)
        if getattr(settings, part.name) != getattr(seen, part.name)
    }
    with context.write() as work:
        put_settings(work, context.clock, sound_settings(context.paper, replace(work.settings(), **edited)))
        return work.record(Outcome(changed=Changed.SETTINGS))


def put_settings(work: Work, clock: Clock, checked: OfficeSettings) -> None:
    """Store checked settings in an open unit of work, with the audit entry."""
    _require_fresh(work, checked)
    # whether the data are a sample was decided when they were made
    stored = work.settings()
    kept = replace(checked, sample=stored.sample)
    work.put_settings(kept)
    work.audit("changed", "office_setting", 0, at=clock.instant(), **changes(stored, kept))


def sound_settings(paper: PaperCapabilities, settings: OfficeSettings) -> OfficeSettings:
    """Return the cleaned settings; raises the first refusal."""
    checked, refused = _checked(paper, settings)
    if refused:
        raise refused[0]
    return checked


def _checked(paper: PaperCapabilities, settings: OfficeSettings) -> tuple[OfficeSettings, tuple[RuleBroken, ...]]:
    """Return the cleaned settings, and the first refusal of each field in form order."""
    refused: dict[str, RuleBroken] = {}

    def attempt(do: Callable[[], T], otherwise: T) -> T:
        try:
            return do()
        except RuleBroken as broken:
            refused.setdefault(broken.field, broken)
            return otherwise

    def line(text: str, field: str) -> str:
        return attempt(lambda: clean_text(paper, text, field, multiline=field == "closing"), text)

    attempt(lambda: _require_share(settings), None)
    pattern = line(settings.number_pattern, "pattern")
    attempt(lambda: require_sound(pattern, TOKEN_WORDS), None)
    letters = line(settings.outgoing_pattern, "outgoing_pattern").strip()
    attempt(lambda: require_sound_for_letters(letters, TOKEN_WORDS), None)
    attempt(lambda: WorkCalendar(settings.weekend), None)
    opens = attempt(lambda: _hour(settings.opens_at, "opens_at"), "")
    closes = attempt(lambda: _hour(settings.closes_at, "closes_at"), "")
    if opens and closes:
        attempt(lambda: require_hours(opens, closes), None)
    attempt(lambda: require_originals(settings.originals), None)
    letterhead = settings.letterhead
    attempt(lambda: require_letterhead(letterhead), None)
    letterhead = tuple(line(one, "letterhead") for one in letterhead)
    kept = replace(
        settings,
        number_pattern=pattern,
        outgoing_pattern=letters,
        opens_at=opens,
        closes_at=closes,
        letterhead=letterhead,
        invocation=line(settings.invocation, "invocation"),
        kept_at=line(settings.kept_at, "kept_at"),
        closing=line(settings.closing, "closing"),
        operator=line(settings.operator, "operator"),
    )
    return kept, tuple(refused.values())


def _require_share(settings: OfficeSettings) -> None:
    if not 0 <= settings.quorum.more_than < 1:
        raise RuleBroken("quorum_share_impossible", field="quorum")


def _hour(text: str, field: str) -> str:
    time = time_of(text, field)
    if not time:
        raise RuleBroken("office_hour_missing", field=field)
    return time


def _require_fresh(work: Work, settings: OfficeSettings) -> None:
    axes = [axis.code for axis in work.axes.where()]
    require_fresh(settings.number_pattern, TOKEN_WORDS, numbers_given(work), axes, counters_so_far(work))


def counters_so_far(work: Work) -> Counters:
    """Return the counters from which numbering continues."""
    committees = work.committees.where()
    return counters_of(work, committees[0].id) if committees else NEW


def numbers_given(work: Work) -> tuple[GivenNumber, ...]:
    """Return all resolution numbers given so far, retired ones included."""
    meetings = {meeting.id: meeting.number or 0 for meeting in work.meetings.where()}
    return tuple(
        GivenNumber(one.number, meetings[one.meeting_id], one.row or 0)
        for one in work.resolutions.where()
        if one.number
    )


def print_setup(context: Context) -> PrintSetup:
    """Return the stored print setup."""
    with context.read() as work:
        return work.settings().print_setup


def print_setup_refusals(setup: PrintSetup) -> tuple[RuleBroken, ...]:
    """Return every refusal to save the print setup, each for its field."""
    return tuple(setup_refusals(setup))


def save_print_setup(context: Context, setup: PrintSetup, seen: PrintSetup) -> Outcome:
    """Save the differences from the ``seen`` print setup."""
    for refused in setup_refusals(setup):
        raise refused
    with context.write() as work:
        stored = work.settings()
        kept = stored.print_setup
        if (setup.typography.font, setup.fonts) != (seen.typography.font, seen.fonts):
            font = setup.typography.font
            kept = replace(kept, fonts=setup.fonts, typography=replace(kept.typography, font=font))
        if replace(setup.typography, font="") != replace(seen.typography, font=""):
            kept = replace(kept, typography=replace(setup.typography, font=kept.typography.font))
        if setup.profile is not seen.profile:
            kept = replace(kept, profile=setup.profile)
        put_settings(work, context.clock, replace(stored, print_setup=kept))
        return work.record(Outcome(changed=Changed.SETTINGS))


FIELDS = ("letterhead", "invocation", "logo")
"""The settings that are the letterhead's."""


def letterhead_values(context: Context) -> LetterheadValues:
    """Return the stored letterhead."""
    with context.read() as work:
        settings = work.settings()
        return LetterheadValues(
            lines=settings.letterhead, invocation=settings.invocation, logo=picture_of(work, settings.logo)
        )


def letterhead_refusals(context: Context, values: LetterheadValues) -> tuple[RuleBroken, ...]:
    """Return every refusal to save the letterhead, each for its field."""
    with context.read() as work:
        stored = work.settings()
    found = settings_refusals(context, _edited(stored, values))
    return tuple(broken for broken in found if broken.field in FIELDS)


def save_letterhead(context: Context, values: LetterheadValues, seen: LetterheadValues) -> Outcome:
    """Save the differences from the ``seen`` letterhead; a picture is stored once and kept.

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
    """Return the stored picture of a hash, None for no hash; raises for a missing or altered one."""
    if not sha256:
        return None
    found = work.pictures.where(sha256=sha256)
    if not found or hashlib.sha256(found[0].content).hexdigest() != sha256:
        raise EnvironmentProblem("picture_lost", sha256=sha256)
    return found[0]


def logo_of(work: Work, sha256: str) -> bytes:
    """Return the bytes of a paper's logo, empty for none."""
    found = picture_of(work, sha256)
    return b"" if found is None else found.content


def _edited(stored: OfficeSettings, values: LetterheadValues) -> OfficeSettings:
    lines = tuple(line.strip() for line in values.lines if line.strip())
    logo = "" if values.logo is None else values.logo.sha256
    return replace(stored, letterhead=lines, invocation=values.invocation, logo=logo)
