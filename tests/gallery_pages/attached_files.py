"""The files of a meeting of the demo over its page, with those of its agenda items; one that has none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.window.kit.destinations import OpenMeeting
from desktop_app.window.kit.files.files_dialog import FilesDialog
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.shell.screens import Screens
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.windows import window
from tests.shown import child


def meeting(number: int, screens: Screens) -> None:
    """The page of a meeting with its files over it."""
    with screens.office.context.read() as work:
        screens.go(OpenMeeting(work.meetings.where(number=number)[0].id))


def open_files(widget: QWidget) -> None:
    """As by its button."""
    (button,) = (one for one in widget.findChildren(FilesButton) if one.isVisible())
    button.click()


def dialog_of(widget: QWidget) -> QWidget:
    """The dialog alone."""
    return child(widget, FilesDialog)


def resolution(screens: Screens) -> None:
    """The newest resolution, which has none."""
    screens.open("resolutions")


def _page(name: str, show: Callable[[Screens], object]) -> GalleryPage:
    return GalleryPage(name, partial(window, show), size=(1440, 900), prepare=open_files, subject=dialog_of)


PAGES = (
    _page("files", partial(meeting, 6)),
    _page("files-none", resolution),
)
