"""Of a list of pages, kinds or sections the one that shows is marked, and no other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.documents.paper_kinds import ORDERED_BY_HAND, PaperKind
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.papers.page import PapersKinds
from desktop_app.window.settings.page import SectionContent, SettingsPage


def test_one_kind_of_paper(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    kinds = PapersKinds(holder)
    for kind in (PaperKind.LETTER, PaperKind.MINUTES, PaperKind.LETTER):
        kinds.choose(kind)
        assert [one for one in ORDERED_BY_HAND if kinds.row(one).isChecked()] == [kind]


def test_one_section_of_the_settings(qtbot: QtBot) -> None:
    page = SettingsPage([SectionContent(key, key, "stamp", SectionPanel()) for key in "abc"])
    qtbot.addWidget(page)
    for key in "abca":
        page.show_section(key)
        assert [one for one in "abc" if page.row(one).isChecked()] == [key]
