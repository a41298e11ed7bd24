"""The first start, and the sections of the memorandum, the parties and the axes in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app import wiring
from desktop_app.bootstrap.calendar import keep_calendar
from desktop_app.bootstrap.settings import MadeSection, letterhead_section, office_rules_section
from desktop_app.controllers.founding.founding_controller import FoundingController
from desktop_app.controllers.founding.founding_section import DraftSection, FoundingSession
from desktop_app.controllers.founding.founding_view import FoundingServices
from desktop_app.controllers.settings.section import Section, SectionForm
from desktop_app.domain.documents.letterheads import LetterheadValues
from desktop_app.domain.rules.founding import (
    AxisValues,
    MemorandumValues,
    PartyValues,
    Step,
    party_faults,
)
from desktop_app.services.office import agreement, founding, founding_draft
from desktop_app.services.office.office_state import office_calendar
from desktop_app.text.office import founding as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.founding.founding_page import FoundingPage
from desktop_app.views.founding.founding_review import ReviewStep
from desktop_app.views.founding.founding_seats import SeatsStep
from desktop_app.views.founding.founding_units import UnitsStep
from desktop_app.views.settings.axes_section import AxesSection
from desktop_app.views.settings.letterhead_section import LetterheadSection
from desktop_app.views.settings.memorandum_section import MemorandumSection
from desktop_app.views.settings.parties_section import PartiesSection
from desktop_app.views.settings.settings_page import SectionContent
from desktop_app.widgets.dates.date_source import DateSource, date_source
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office
from desktop_app.workers import Workers


def founding_screen(
    office: Office, dialogs: Dialogs, workers: Workers, parent: QObject
) -> tuple[FoundingPage, FoundingController]:
    """The page and its controller; the forms of the office's rules and letterhead are those of the settings."""
    told: Any = wiring.founding_facts()
    proposal = founding_draft.proposal_from(told)
    session = FoundingSession(
        partial(founding_draft.read_draft, office.context, proposal), partial(founding_draft.keep_draft, office.context)
    )

    rules = office_rules_section(
        office,
        parent,
        read=lambda: founding.settings_to_begin_with(office.context, session.draft, told["settings"]),
    )

    def letterhead_now() -> LetterheadValues:
        return founding.letterhead_to_begin_with(office.context, session.draft, told["settings"])

    letterhead = letterhead_section(office, dialogs, workers, parent, read=letterhead_now)
    shown = letterhead.content.panel
    assert isinstance(shown, LetterheadSection)
    panels, sections = _drafted(office, session, parent)
    page = FoundingPage(
        {
            **{step.value: panel for step, panel in panels.items()},
            Step.RULES.value: rules.content.panel,
            Step.LETTERHEAD.value: ReviewStep(letterhead.content.panel),
        }
    )
    every: dict[Step, SectionForm] = {**sections, Step.RULES: rules.section, Step.LETTERHEAD: letterhead.section}
    services = FoundingServices(
        asked=lambda draft, step: founding.faults_of(office.context.paper, draft, step, office.clock.today()),
        blocking=lambda draft: founding.blocking(office.context.paper, draft, office.clock.today()),
        # what is typed in the form before it is kept, and before the form was filled what it will be filled with
        letterhead=lambda: shown.values() if letterhead.section.is_changed() else letterhead_now(),
        typed=partial(founding_draft.begun, office.context),
        found=lambda draft: founding.found_committee(
            office.context,
            draft,
            settings=told["settings"],
            holidays=wiring.holidays(),
        ),
    )
    return page, FoundingController(page, session, every, services, dialogs, parent)


def _dates(office: Office) -> DateSource:
    """The calendar of the office; before there is one, that which ships with the program."""
    calendar = office_calendar(office.context)
    if not calendar.years:
        calendar = replace(calendar, holidays={one.day: one.name for one in wiring.holidays()})
    return date_source(calendar, office.clock.today, sentence)


def _drafted(
    office: Office, session: FoundingSession, parent: QObject
) -> tuple[Mapping[Step, QWidget], Mapping[Step, SectionForm]]:
    """The steps that are kept in the draft, each in the part of it that bears the step's name."""
    dates = _dates(office)
    panels: dict[Step, Any] = {
        Step.MEMORANDUM: MemorandumSection(dates),
        Step.PARTIES: PartiesSection(),
        Step.SEATS: SeatsStep(dates),
        Step.UNITS: UnitsStep(),
        Step.AXES: AxesSection(),
    }

    def section(step: Step) -> DraftSection[Any]:
        return DraftSection(
            panels[step],
            session,
            part=attrgetter(step.value),
            put=lambda draft, values: replace(draft, **{step.value: values}),
            asked=lambda draft: founding.faults_of(office.context.paper, draft, step, office.clock.today()),
            parent=parent,
        )

    return panels, {step: section(step) for step in panels}


def agreement_sections(office: Office, parent: QObject) -> tuple[MadeSection, ...]:
    """Memorandum, parties and axes as sections of the settings."""
    memorandum, parties, axes = MemorandumSection(_dates(office)), PartiesSection(), AxesSection()
    keep_calendar(memorandum, office, parent)
    memorandum_form: Section[MemorandumValues] = Section(
        memorandum,
        read=partial(agreement.memorandum_values, office.context),
        check=partial(agreement.memorandum_refusals, office.context),
        write=partial(agreement.save_memorandum, office.context),
        parent=parent,
    )
    parties_form: Section[tuple[PartyValues, ...]] = Section(
        parties,
        read=partial(agreement.party_values, office.context),
        check=party_faults,
        write=partial(agreement.save_parties, office.context),
        parent=parent,
    )
    axes_form: Section[tuple[AxisValues, ...]] = Section(
        axes,
        read=partial(agreement.axis_values, office.context),
        check=partial(agreement.axis_refusals, office.context),
        write=partial(agreement.save_axes, office.context),
        parent=parent,
    )
    return (
        MadeSection(SectionContent("memorandum", words.SECTION_MEMORANDUM, "file-text", memorandum), memorandum_form),
        MadeSection(SectionContent("parties", words.SECTION_PARTIES, "landmark", parties), parties_form),
        MadeSection(SectionContent("axes", words.SECTION_AXES, "layers", axes), axes_form),
    )
