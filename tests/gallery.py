"""Photographs of every page, light and dark, for eyes and for comparison: `dev.py gallery [name …]`.

A page is added by a module in `tests/gallery_pages/` with a tuple `PAGES`, and its line in `every_page()`.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", os.environ.get("DABIR_QPA", "offscreen"))
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).resolve().parent / "fonts.conf")
os.environ["TZ"] = "Asia/Tehran"
if hasattr(time, "tzset"):
    time.tzset()

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.style.style import LookStyle
from desktop_app.widgets.style.tokens import Scheme, tokens_for
from desktop_app.window.shell.application import MainThreadCollector
from tests import patience
from tests.gallery_pages import (
    GalleryPage,
    attached_files,
    backups,
    dates,
    founding,
    help_pages,
    history,
    meetings,
    members,
    minutes,
    month_ledger,
    paper,
    papers,
    parts,
    recovery,
    register,
    registers,
    resolutions,
    scans,
    settings,
    taking_over,
    tasks,
    verifying,
    windows,
)
from tests.likeness import picture_of
from tests.look import dress
from tests.printing import paper_gallery

PICTURES = Path(__file__).resolve().parent / "pictures"
PAPERS = "on-paper"
"""The name under which all printed papers are photographed."""
SCHEMES = ("", "-dark")
COLOURS = 200
LONGEST_DRAWING = 30.0
"""Seconds until a paper that is not drawn is a fault."""


def every_page() -> tuple[GalleryPage, ...]:
    """All pages that are photographed."""
    return (
        *parts.PAGES,
        *dates.PAGES,
        *founding.PAGES,
        *help_pages.PAGES,
        *history.PAGES,
        *meetings.PAGES,
        *members.PAGES,
        *minutes.PAGES,
        *month_ledger.PAGES,
        *resolutions.PAGES,
        *registers.PAGES,
        *paper.PAGES,
        *scans.PAGES,
        *papers.PAGES,
        *recovery.PAGES,
        *register.PAGES,
        *settings.PAGES,
        *backups.PAGES,
        *taking_over.PAGES,
        *attached_files.PAGES,
        *tasks.PAGES,
        *verifying.PAGES,
        *windows.PAGES,
    )


def light_and_dark(
    app: QApplication,
    look: LookStyle,
    page: GalleryPage,
    judge: Callable[[QWidget], None] | None = None,
    *,
    dark: bool = True,
) -> dict[str, QPixmap]:
    """The pictures of a page by the end of their names: it is built once and lives through the change of scheme."""
    look.use(app, tokens_for(Scheme.LIGHT, page.text_scale))
    widget = stage(page)
    subject = page.subject(widget) if page.subject is not None else widget
    light = subject.grab()
    if judge is not None:
        judge(widget)
    taken = [light]
    if dark:
        look.use(app, tokens_for(Scheme.DARK, page.text_scale))
        come_to_rest(widget)
        taken.append(subject.grab())
    strike(widget)
    return dict(zip(SCHEMES, taken, strict=False))


def stage(page: GalleryPage) -> QWidget:
    """A page that is built, shown and prepared."""
    widget = page.build()
    width, height = page.size
    widget.ensurePolished()
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        height = max(height, layout.totalMinimumHeightForWidth(width))
    widget.resize(width, height)
    widget.show()
    come_to_rest(widget)
    if page.prepare is not None:
        page.prepare(widget)
        come_to_rest(widget)
    return widget


def come_to_rest(widget: QWidget) -> None:
    """Let layouts and what was put off for a moment come to rest; the small pages of a paper are drawn one by one."""
    settle()
    drawn = patience.wait(
        lambda: not any(_still_drawing(view) for view in widget.findChildren(PageView)), idle=LONGEST_DRAWING
    )
    assert drawn, "a small page of the paper is not drawn"


def _still_drawing(view: PageView) -> bool:
    pages = [view.thumbnails.item(row) for row in range(view.thumbnails.count())]
    return any(page.icon().isNull() for page in pages)


def settle() -> None:
    """Deliver what is posted."""
    for _ in range(3):
        QCoreApplication.processEvents()


def strike(widget: QWidget) -> None:
    """Nothing of a page is left behind."""
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def save(picture: QPixmap, file: Path) -> None:
    """As a small file: the most distant colours of the picture, without dithering."""
    small = picture_of(picture.toImage()).quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(file, optimize=True)


def take_all(app: QApplication, look: LookStyle, names: set[str]) -> list[Path]:
    """Photograph the named pages, or all, in every scheme."""
    made = []
    for page in every_page():
        if names and page.name not in names:
            continue
        for suffix, picture in light_and_dark(app, look, page).items():
            file = PICTURES / f"{page.name}{suffix}.png"
            save(picture, file)
            made.append(file)
    if not names:
        for file in set(PICTURES.glob("*.png")) - set(made):
            file.unlink()
    return made


def main() -> int:
    """Take the pictures and name them."""
    app = QApplication(sys.argv[:1])
    MainThreadCollector(app)
    QLocale.setDefault(QLocale("fa_IR"))
    PICTURES.mkdir(exist_ok=True)
    names = set(sys.argv[1:])
    if names != {PAPERS}:
        for file in take_all(app, dress(app), names - {PAPERS}):
            print(file.relative_to(PICTURES.parent.parent))
    if not names or PAPERS in names:
        for file in paper_gallery.take_all():
            print(file.relative_to(PICTURES.parent.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
