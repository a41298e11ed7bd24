"""The help page: a chapter, a search, nothing found, about and licences, large and in small windows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.program_help import Chapter, ProgramFacts
from desktop_app.window.help.page import HelpPage
from desktop_app.window.shell.help import help_contents
from desktop_app.words import help as words
from tests.gallery_pages import GalleryPage

SIZE = (1216, 844)
SMALL = (900, 512)
FACTS = ProgramFacts(
    version="0.1.0",
    python="3.11.9",
    qt="6.11.3",
    sqlite="3.45.1",
    system="Windows 10 (10.0.19045)",
    schema=7,
    data=r"C:\Users\samira\AppData\Local\Dabirkhaneh",
    copies=r"C:\Users\samira\AppData\Local\Dabirkhaneh\before-upgrade",
    log=r"C:\Users\samira\AppData\Local\Dabirkhaneh\log",
    settings=r"C:\Users\samira\AppData\Roaming\Dabirkhaneh\Dabirkhaneh.ini",
    program=r"C:\Users\samira\AppData\Local\Programs\Dabirkhaneh",
)
"""Of no machine in particular, so that a picture is the same on all."""


def page() -> HelpPage:
    """The page over the chapters that ship."""
    return HelpPage(help_contents(FACTS))


def _at(widget: QWidget, chapter: Chapter) -> None:
    assert isinstance(widget, HelpPage)
    widget.show_chapter(chapter)
    widget.focus_list()


def _searched(widget: QWidget, query: str) -> None:
    assert isinstance(widget, HelpPage)
    widget.ui.search.setFocus()
    widget.ui.search.setText(query)
    widget.search_now()
    widget.step(1)


def _pane(widget: QWidget, word: str) -> None:
    assert isinstance(widget, HelpPage)
    widget.ui.chapters.setFocus()
    model = widget.ui.chapters.model()
    (row,) = (one for one in range(model.rowCount()) if model.index(one, 0).data() == word)
    widget.ui.chapters.setCurrentIndex(model.index(row, 0))


def shown(
    name: str, act: Callable[[QWidget], None], size: tuple[int, int] = SIZE, text_scale: float = 1.0
) -> GalleryPage:
    """One photograph."""
    return GalleryPage(name, page, size, prepare=act, text_scale=text_scale)


PAGES = (
    shown("help", lambda page: _at(page, Chapter.MEETING)),
    shown("help-keys", lambda page: _at(page, Chapter.KEYS)),
    shown("help-admin", lambda page: _at(page, Chapter.ADMIN)),
    shown("help-checklist", lambda page: _at(page, Chapter.CHECKLIST)),
    shown("help-searched", lambda page: _searched(page, "مهلت")),
    shown("help-nothing", lambda page: _searched(page, "زرافه")),
    shown("help-about", lambda page: _pane(page, words.ABOUT)),
    shown("help-licences", lambda page: _pane(page, words.LICENCES)),
    shown("help-960x540", lambda page: _searched(page, "امضا"), SMALL),
    shown("help-about-960x540", lambda page: _pane(page, words.ABOUT), SMALL),
    shown("help-large", lambda page: _at(page, Chapter.START), text_scale=1.25),
    shown("help-licences-large-960x540", lambda page: _pane(page, words.LICENCES), SMALL, text_scale=1.25),
)
