"""The section of fonts and paper, wired to the open office: what is saved holds for the next paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.bootstrap.paper import ShownPages
from desktop_app.controllers.settings.print_fonts import PrintFonts
from desktop_app.controllers.settings.settings_controller import SettingsEntry, settings_entry
from desktop_app.domain.documents.documents import Imprint, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.print_setup import PrintSetup
from desktop_app.printing.pages import PageReader
from desktop_app.services.documents import documents
from desktop_app.services.office.office_state import office_letterhead
from desktop_app.services.office.print_setup import print_setup, print_setup_refusals, save_print_setup
from desktop_app.text.office import print_setup as words
from desktop_app.text.office import settings as section_words
from desktop_app.views.settings.print_setup_section import PrintSetupSection
from desktop_app.views.settings.settings_page import SectionContent
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office
from desktop_app.workers import Workers

BESIDE_A_PAGE: Final = 860
"""Pixels of a section that shows a page beside its fields."""


def print_setup_section(office: Office, dialogs: Dialogs, workers: Workers, parent: QObject) -> SettingsEntry:
    """Font, sizes, sheet and archive form of the papers made from now on."""
    panel = PrintSetupSection()
    entry = settings_entry(
        SectionContent("print_setup", section_words.PRINT_SETUP, "type", panel, widest=BESIDE_A_PAGE),
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
    from desktop_app.printing.print_fonts import font_folders, installed_families
    from desktop_app.printing.registered_fonts import registered_fonts

    return installed_families(font_folders(), registered_fonts())


def _preview(office: Office, setup: PrintSetup) -> bytes:
    """A letter under the office's letterhead, set as asked for; a refusal where that cannot be."""
    for refused in print_setup_refusals(setup):
        raise refused
    room = office.printing.as_if(setup)
    letter = documents.letter(words.SAMPLE, office_letterhead(office.context), room.supported())
    paper = Paper(replace(letter, typography=setup.typography), Imprint())
    return room.make(PaperKind.LETTER, paper)
