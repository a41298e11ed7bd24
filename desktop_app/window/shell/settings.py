"""Makes the settings page and its sections.

A saved font or paper holds for the next paper.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from desktop_app import wiring
from desktop_app.domain.documents.appearance import LetterheadValues, Picture
from desktop_app.domain.documents.documents import Imprint, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.print_setup import PrintSetup
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.workstation import Workstation
from desktop_app.printing.pages import PageReader
from desktop_app.services.context import Context
from desktop_app.services.documents import documents
from desktop_app.services.office import office_state, settings
from desktop_app.services.office.office_state import office_letterhead
from desktop_app.services.office.settings import print_setup, print_setup_refusals, save_print_setup
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.feedback.file_dialog import ask_folder
from desktop_app.window.settings import words
from desktop_app.window.settings.chosen_files import LetterheadLogo, PrintFonts
from desktop_app.window.settings.controller import SettingsController, SettingsEntry, settings_entry
from desktop_app.window.settings.holidays_section import HolidaysSection
from desktop_app.window.settings.letterhead_section import LetterheadSection
from desktop_app.window.settings.office_rules_section import OfficeRulesSection
from desktop_app.window.settings.page import SectionContent, SettingsPage
from desktop_app.window.settings.print_setup_section import PrintSetupSection
from desktop_app.window.settings.this_machine_section import ThisMachineSection
from desktop_app.window.shell.machine import WorkstationLook, WorkstationSettings, machine_settings
from desktop_app.window.shell.paper_pages import ShownPages
from desktop_app.wiring import Office
from desktop_app.words import print_setup as print_setup_words
from desktop_app.workers import Workers

BESIDE_A_PAGE: Final = 860
"""Pixels of a section that shows a page beside its fields."""


def print_setup_section(office: Office, dialogs: Dialogs, workers: Workers, parent: QObject) -> SettingsEntry:
    """Make the section for font, sizes, paper and archive form of new papers."""
    panel = PrintSetupSection()
    entry = settings_entry(
        SectionContent("print_setup", words.PRINT_SETUP, "type", panel, widest=BESIDE_A_PAGE),
        office.context,
        parent,
        read=print_setup,
        check=lambda _context, setup: print_setup_refusals(setup),
        write=save_print_setup,
    )
    entry.section.changed.connect(lambda _changed: office.printing.choose(print_setup(office.context)))
    reader = PageReader()
    PrintFonts(
        panel,
        dialogs,
        workers,
        find=_families,
        judge=office.printing.take_font,
        preview=partial(_preview, office),
        open_pages=lambda pdf: ShownPages(reader.open(pdf)),
        parent=entry.section,
    )
    return entry


def _families() -> Mapping[str, tuple[Path, ...]]:
    # the reader of fonts is loaded when the section is first looked at
    from desktop_app.printing.print_fonts import font_folders, installed_families, registered_fonts

    return installed_families(font_folders(), registered_fonts())


def _preview(office: Office, setup: PrintSetup) -> bytes:
    """Return a sample letter in the given setup; a refusal if it cannot be made."""
    for refused in print_setup_refusals(setup):
        raise refused
    room = office.printing.with_setup(setup)
    letter = documents.letter(print_setup_words.SAMPLE, office_letterhead(office.context), room.supported())
    paper = Paper(replace(letter, typography=setup.typography), Imprint())
    return room.make(PaperKind.LETTER, paper)


def settings_screen(
    office: Office,
    dialogs: Dialogs,
    workers: Workers,
    parent: QObject,
    *,
    first: Sequence[SettingsEntry] = (),
    kept: QSettings | None = None,
) -> tuple[SettingsPage, SettingsController]:
    """Make the settings page and its controller; ``first`` are the sections of the committee."""
    made = [
        *first,
        office_rules_section(office, parent),
        letterhead_section(office, dialogs, workers, parent),
        print_setup_section(office, dialogs, workers, parent),
        _holidays_section(office, parent),
        _this_machine_section(office, kept or machine_settings(), parent),
    ]
    page = SettingsPage([one.content for one in made])
    return page, SettingsController(page, office.context, dialogs, made, parent)


def office_rules_section(
    office: Office, parent: QObject, *, read: Callable[[Context], OfficeSettings] = settings.office_settings
) -> SettingsEntry:
    """Make the section for quorum, numbers, week and hours; ``read`` gives the first values."""
    return settings_entry(
        SectionContent("office_rules", words.OFFICE_RULES, "gavel", OfficeRulesSection()),
        office.context,
        parent,
        read=read,
        check=settings.settings_refusals,
        write=settings.save_edited,
    )


def letterhead_section(
    office: Office,
    dialogs: Dialogs,
    workers: Workers,
    parent: QObject,
    *,
    read: Callable[[Context], LetterheadValues] = settings.letterhead_values,
) -> SettingsEntry:
    """Make the section for letterhead lines and logo; ``read`` gives the first values."""
    panel = LetterheadSection()
    entry = settings_entry(
        SectionContent("letterhead", words.LETTERHEAD, "stamp", panel),
        office.context,
        parent,
        read=read,
        check=settings.letterhead_refusals,
        write=settings.save_letterhead,
    )
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    LetterheadLogo(panel, _read_picture, dialogs, workers, folder, entry.section)
    return entry


def _holidays_section(office: Office, parent: QObject) -> SettingsEntry:
    panel = HolidaysSection(office.clock.today, wiring.holidays)
    return settings_entry(
        SectionContent("holidays", words.HOLIDAYS, "calendar-days", panel),
        office.context,
        parent,
        read=office_state.holiday_table,
        check=office_state.holiday_refusals,
        write=office_state.save_holidays,
    )


def _this_machine_section(office: Office, kept: QSettings, parent: QObject) -> SettingsEntry:
    """Make the section for this computer; each choice is applied at once."""
    panel, memory = ThisMachineSection(), WorkstationSettings(kept)
    app = QApplication.instance()
    look = WorkstationLook(app, memory, parent) if isinstance(app, QApplication) else None

    def write(_context: Context, machine: Workstation, seen: Workstation) -> Outcome:
        memory.keep(machine)
        if look is not None:
            look.apply()
            if machine.dense != seen.dense:
                look.apply_density()
        return Outcome(changed=Changed.NOTHING)

    def pick_papers() -> None:
        folder = ask_folder(panel.window(), words.PICK_PAPERS, memory.papers_folder())
        if folder is not None:
            panel.show_papers(str(folder))

    panel.papers_requested.connect(pick_papers)
    content = SectionContent("this_machine", words.THIS_MACHINE, "monitor", panel)
    return settings_entry(
        content, office.context, parent, read=lambda _context: memory.read(), write=write, at_once=True
    )


def _read_picture(source: Path | bytes) -> Picture:
    # what asks the child process is loaded when the first picture comes
    from desktop_app.printing.pictures import read_picture

    return read_picture(source)
