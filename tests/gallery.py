"""Photographs of every page, light and dark, for eyes and for comparison: `dev.py gallery [name …]`.

A page is added by a module in `tests/gallery_pages/` with a tuple `PAGES`, and its line in `every_page()`.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", os.environ.get("DABIR_QPA", "offscreen"))
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ["TZ"] = "Asia/Tehran"
if hasattr(time, "tzset"):
    time.tzset()

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.widgets.style import LookStyle
from desktop_app.widgets.tokens import Scheme, tokens_for
from tests.gallery_pages import (
    GalleryPage,
    dates,
    founding,
    meetings,
    members,
    minutes,
    month_ledger,
    paper,
    parts,
    register,
    resolutions,
    settings,
    tasks,
    windows,
)
from tests.look import dress

PICTURES = Path(__file__).resolve().parent / "pictures"
SCHEMES = {"": Scheme.LIGHT, "-dark": Scheme.DARK}


def every_page() -> tuple[GalleryPage, ...]:
    """All pages that are photographed."""
    return (
        *parts.PAGES,
        *dates.PAGES,
        *founding.PAGES,
        *meetings.PAGES,
        *members.PAGES,
        *minutes.PAGES,
        *month_ledger.PAGES,
        *resolutions.PAGES,
        *paper.PAGES,
        *register.PAGES,
        *settings.PAGES,
        *tasks.PAGES,
        *windows.PAGES,
    )


def photograph(page: GalleryPage) -> QPixmap:
    """Build a page, let it settle, and take its picture; nothing of it is left behind."""
    widget = page.build()
    width, height = page.size
    widget.ensurePolished()
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        height = max(height, layout.totalMinimumHeightForWidth(width))
    widget.resize(width, height)
    widget.show()
    for _ in range(3):
        QCoreApplication.processEvents()
    if page.prepare is not None:
        page.prepare(widget)
        QCoreApplication.processEvents()
    picture = (page.subject(widget) if page.subject is not None else widget).grab()
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return picture


def take_all(app: QApplication, look: LookStyle, names: set[str]) -> list[Path]:
    """Photograph the named pages, or all, in every scheme."""
    made = []
    for suffix, scheme in SCHEMES.items():
        for page in every_page():
            if not names or page.name in names:
                look.use(app, tokens_for(scheme, page.text_scale))
                file = PICTURES / f"{page.name}{suffix}.png"
                photograph(page).save(str(file))
                made.append(file)
    return made


def main() -> int:
    """Take the pictures and name them."""
    app = QApplication(sys.argv[:1])
    QLocale.setDefault(QLocale("fa_IR"))
    PICTURES.mkdir(exist_ok=True)
    for file in take_all(app, dress(app), set(sys.argv[1:])):
        print(file.relative_to(PICTURES.parent.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
