"""Makes the page of the first start, the settings of the agreement, and the page of past records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from desktop_app import wiring
from desktop_app.domain.read_models.workbook import TemplateKind
from desktop_app.domain.rules.founding import FoundingStep, party_faults
from desktop_app.services.office import agreement, founding
from desktop_app.services.office.office_state import office_calendar
from desktop_app.services.taking_over import earlier
from desktop_app.services.taking_over.importing import offered_of
from desktop_app.widgets.dates.date_source import DateSource, date_source
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.window.founding.controller import FoundingController
from desktop_app.window.founding.grouped_rows import UnitsStep
from desktop_app.window.founding.page import FoundingPage, ReviewStep
from desktop_app.window.founding.section import DraftSection, FoundingSession, SeatsStep
from desktop_app.window.kit.destinations import OpenPage
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.section import Section
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.settings.agreement_sections import AxesSection, MemorandumSection, PartiesSection
from desktop_app.window.settings.controller import SettingsEntry, settings_entry
from desktop_app.window.settings.earlier_section import EarlierSection
from desktop_app.window.settings.page import SectionContent
from desktop_app.window.shell.calendar import keep_calendar
from desktop_app.window.shell.office_files import OfficeFiles
from desktop_app.window.shell.settings import letterhead_section, office_rules_section
from desktop_app.window.taking_over.controller import PastFiles, TakingOverController
from desktop_app.window.taking_over.page import TakingOverPage
from desktop_app.wiring import Office
from desktop_app.words import founding as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers

TAKING_OVER = "taking_over"


def taking_over_screen(
    office: Office, dialogs: Dialogs, workers: Workers, parent: QObject
) -> tuple[TakingOverPage, TakingOverController]:
    """Make the page of past records and its controller; its templates list the office's units."""
    page, words = TakingOverPage(), wiring.taking_over_words()
    keep_calendar(page.form, office, parent)

    def write_template(path: Path, kind: TemplateKind) -> None:
        from desktop_app.printing.files import write_file

        write_file(path, wiring.past_template(kind, offered_of(office.context, words)), office=office.folder.folder)

    files = PastFiles(words, Path.home(), wiring.past_workbook, write_template)
    return page, TakingOverController(page, office.context, dialogs, workers, files, OfficeFiles(office), parent)


def link_to_taking_over(entries: Sequence[SettingsEntry], controller: PageController) -> None:
    """Link a settings section to the page of past records."""
    for entry in entries:
        panel = entry.content.panel
        if isinstance(panel, EarlierSection):
            panel.bring_requested.connect(lambda: controller.navigated.emit(OpenPage(TAKING_OVER)))


def founding_screen(
    office: Office, dialogs: Dialogs, workers: Workers, parent: QObject
) -> tuple[FoundingPage, FoundingController]:
    """Make the page of the first start and its controller; it shares two forms with the settings."""
    facts = wiring.founding_facts()
    session = FoundingSession(office.context, facts)
    rules = office_rules_section(
        office,
        parent,
        read=lambda context: founding.settings_to_begin_with(context, session.draft, session.settings),
    )
    letterhead = letterhead_section(
        office,
        dialogs,
        workers,
        parent,
        read=lambda context: founding.letterhead_to_begin_with(context, session.draft, session.settings),
    )
    dates = _dates(office)
    panels: Mapping[FoundingStep, SectionPanel] = {
        FoundingStep.MEMORANDUM: MemorandumSection(dates),
        FoundingStep.PARTIES: PartiesSection(),
        FoundingStep.SEATS: SeatsStep(dates),
        FoundingStep.UNITS: UnitsStep(),
        FoundingStep.AXES: AxesSection(),
        FoundingStep.EARLIER: EarlierSection(),
    }
    page = FoundingPage(
        {
            **{step.value: panel for step, panel in panels.items()},
            FoundingStep.RULES.value: rules.content.panel,
            FoundingStep.LETTERHEAD.value: ReviewStep(letterhead.content.panel),
        }
    )
    sections: dict[FoundingStep, Section[Any]] = {
        **{step: DraftSection(panel, session, step, parent) for step, panel in panels.items()},
        FoundingStep.RULES: rules.section,
        FoundingStep.LETTERHEAD: letterhead.section,
    }
    return page, FoundingController(page, office.context, dialogs, session, sections, wiring.holidays, parent)


def _dates(office: Office) -> DateSource:
    """Return the office's calendar; before there is one, the calendar of the program."""
    calendar = office_calendar(office.context)
    if not calendar.years:
        calendar = replace(calendar, holidays={one.day: one.name for one in wiring.holidays()})
    return date_source(calendar, office.clock.today, sentence)


def agreement_sections(office: Office, parent: QObject) -> tuple[SettingsEntry, ...]:
    """Make the settings sections of the agreement: memorandum, parties, axes and past records."""
    memorandum = MemorandumSection(_dates(office))
    keep_calendar(memorandum, office, parent)
    return (
        settings_entry(
            SectionContent("memorandum", words.STEPS["memorandum"], "file-text", memorandum),
            office.context,
            parent,
            read=agreement.memorandum_values,
            check=agreement.memorandum_refusals,
            write=agreement.save_memorandum,
        ),
        settings_entry(
            SectionContent("parties", words.STEPS["parties"], "landmark", PartiesSection()),
            office.context,
            parent,
            read=agreement.party_values,
            check=lambda _context, values: party_faults(values),
            write=agreement.save_parties,
        ),
        settings_entry(
            SectionContent("axes", words.STEPS["axes"], "layers", AxesSection()),
            office.context,
            parent,
            read=agreement.axis_values,
            check=agreement.axis_refusals,
            write=agreement.save_axes,
        ),
        settings_entry(
            SectionContent("earlier", words.STEPS["earlier"], "history", EarlierSection(brings=True)),
            office.context,
            parent,
            read=earlier.earlier_values,
            check=earlier.earlier_refusals,
            write=earlier.save_earlier,
        ),
    )
