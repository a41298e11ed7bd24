"""Every page of the gallery looks as it was approved, light and dark; each control has a name, nothing is cut."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.style.style import LookStyle
from desktop_app.widgets.style.tokens import Scheme, tokens_for
from tests.gallery import PICTURES, SCHEMES, every_page, light_and_dark, stage, strike
from tests.gallery_pages import GalleryPage, demo
from tests.likeness import ALLOWED, changed_blocks, picture_of
from tests.names import unnamed
from tests.sideways import cut_off, sideways
from tests.systems import skip_on_windows
from tests.whole import deciding

PAGES = every_page()
NAMES = frozenset(page.name for page in PAGES)
HARDER = {
    "-1280x720": ("-960x540", "-large-960x540", "-large-1280x720"),
    "-960x540": ("-large-960x540",),
    "-large": ("-large-960x540", "-large-1280x720"),
}
"""By the end of a page's name: the ends under which the same page stands with less room."""
DARK = frozenset(
    {
        "parts", "date-popup", "founding", "founding-review", "meeting", "meeting-forms", "meeting-postpone",
        "members", "members-form", "minutes", "minutes-reading", "minutes-final", "meetings", "resolutions-late",
        "resolutions-form", "paper", "paper-signed", "papers-report", "papers-long", "upstream-form",
        "settings-rules-refused", "settings-print", "window-tasks", "window-tasks-writing", "list-empty",
        "list-nothing-found",
    }
)  # fmt: skip
"""Every part, and each room with its forms and its empty and refused states: dark is a matter of colours, and the other
pages are of the same parts. Their dark pictures are compared with ``--whole``."""


ALIKE = frozenset(
    {
        "resolutions-blocked", "resolutions-reported", "window-tasks-late", "window-tasks-by-due", "papers-extract",
        "papers-letter", "papers-large", "list-empty-minutes", "minutes-cited", "paper-closed",
        "paper-1280x720", "resolutions-drawer-1280x720", "window-tasks-drawer-1280x720",
    }
)  # fmt: skip
"""Pages that stand in the gallery about another record, in another order, or between two other sizes: the drawer with
larger writing, the decision that is cited under its open form, the paper of a meeting in the smallest window."""


def _decides(page: GalleryPage) -> bool:
    """Whether no harder case is in the gallery: what fits there, and in the usual window, fits in between."""
    if page.name in ALIKE:
        return False
    ends = [end for end in HARDER if page.name.endswith(end)]
    return not any(page.name.removesuffix(end) + harder in NAMES for end in ends for harder in HARDER[end])


MOST_BYTES = 15_000_000
"""All pictures together: the tree is carried to offices on a memory stick."""


@pytest.fixture(scope="module", autouse=True)
def _demo(demo_data: Path) -> None:
    demo.take(demo_data)


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication, look: LookStyle) -> Iterator[None]:
    yield
    look.use(qapp, tokens_for(Scheme.LIGHT))


@pytest.mark.parametrize(
    "page", deciding(PAGES, [page for page in PAGES if _decides(page)]), ids=lambda page: page.name
)
def test_a_page_looks_as_approved(
    qtbot: QtBot, qapp: QApplication, look: LookStyle, page: GalleryPage, request: pytest.FixtureRequest
) -> None:
    nameless: list[str] = []
    too_wide: list[str] = []

    def judge(widget: QWidget) -> None:
        nameless.extend(unnamed(widget))
        too_wide.extend([*cut_off(widget), *sideways(widget)])

    dark = page.name in DARK or request.config.getoption("--whole")
    for suffix, taken in light_and_dark(qapp, look, page, judge, dark=dark).items():
        file = PICTURES / f"{page.name}{suffix}.png"
        assert file.is_file(), f"no picture: run `dev.py gallery {page.name}` and look at it"
        if sys.platform != "win32":
            _compare(picture_of(taken.toImage()), file)
    assert nameless == []
    assert too_wide == []
    skip_on_windows("photographed, each control with its name, and not compared: letters are drawn otherwise")


def _compare(now: Image.Image, file: Path) -> None:
    with Image.open(file) as approved:
        assert now.size == approved.size, f"{file.name} was {approved.size}, is {now.size}"
        changed = changed_blocks(now, approved)
    assert changed <= ALLOWED, f"{changed} places of {file.name} look different: take it again and look at it"


def test_every_picture_is_of_a_page_and_all_are_small() -> None:
    assert DARK | ALIKE <= NAMES
    files = {file.name: file.stat().st_size for file in PICTURES.glob("*.png")}
    assert files.keys() == {f"{page.name}{suffix}.png" for page in PAGES for suffix in SCHEMES}
    assert sum(files.values()) <= MOST_BYTES


def _shown(widget: QWidget) -> Image.Image:
    return picture_of(widget.grab().toImage())


def test_the_comparison_sees_a_word_and_a_button_and_no_more_than_there_is(qtbot: QtBot) -> None:
    page = stage(next(page for page in PAGES if page.name == "meetings"))
    approved = _shown(page)
    assert changed_blocks(approved, _shown(page)) == 0
    button = next(button for button in page.findChildren(QPushButton) if button.isVisible() and button.text())
    was = button.text()
    button.setText("")
    assert changed_blocks(approved, _shown(page)) > ALLOWED
    button.setText(was)
    assert changed_blocks(approved, _shown(page)) == 0
    label = next(label for label in page.findChildren(QLabel) if label.isVisible() and label.text())
    label.setText(label.text().replace("جلسه", "کارت", 1))
    assert changed_blocks(approved, _shown(page)) > ALLOWED
    strike(page)


def test_a_line_that_stands_a_pixel_lower_is_no_difference(qtbot: QtBot) -> None:
    page = stage(next(page for page in PAGES if page.name == "meetings"))
    approved = _shown(page)
    strike(page)
    lower = Image.new("RGB", approved.size)
    lower.paste(approved, (0, 1))
    lower.paste(approved.crop((0, 0, approved.width, 1)), (0, 0))
    assert changed_blocks(approved, lower) <= ALLOWED
