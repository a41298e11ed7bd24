"""One peer prints the year: ``python peer_engines.py ENGINE FOLDER FONTS``; needs nothing of this program.

Started in a process of its own under whichever Python has the peer. Reads what :mod:`.peer_markup` has written and
leaves ``ENGINE.pdf`` in the folder; the last line that it prints is its own peak of memory in megabytes, or nothing
where the machine does not tell.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def typst(folder: Path, fonts: Path, out: Path, standards: tuple[str, ...] = ()) -> None:
    import typst as engine  # type: ignore[import-not-found]  # lives in the peers' own environment

    more = {"pdf_standards": list(standards)} if standards else {}
    source = str(folder / "year.typ")
    engine.compile(source, output=str(out), font_paths=[str(fonts)], ignore_system_fonts=True, **more)


def typst_archived(folder: Path, fonts: Path, out: Path) -> None:
    typst(folder, fonts, out, ("a-2b",))


def weasyprint(folder: Path, _fonts: Path, out: Path) -> None:
    from weasyprint import HTML  # type: ignore[import-not-found]

    HTML(filename=str(folder / "year.html")).write_pdf(str(out))


def qt(folder: Path, fonts: Path, out: Path) -> None:
    from PySide6.QtCore import QMarginsF, QSizeF, Qt
    from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    application = QGuiApplication(["peer", "-platform", "offscreen"])
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for file in sorted(fonts.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    document = QTextDocument()
    document.setDefaultFont(QFont("Vazirmatn", 12))
    document.setHtml((folder / "year.html").read_text(encoding="utf-8"))
    writer = QPdfWriter(str(out))
    writer.setResolution(300)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(15, 25, 25, 25),
            QPageLayout.Unit.Millimeter,
        )
    )
    document.setPageSize(QSizeF(170 / 25.4 * 96, 247 / 25.4 * 96))
    document.print_(writer)


def fpdf2(folder: Path, fonts: Path, out: Path) -> None:
    from fpdf import FPDF  # type: ignore[import-untyped]

    class Book(FPDF):  # type: ignore[misc]
        def footer(self) -> None:
            self.set_y(-18)
            self.set_font("V", size=9.5)
            number = str(self.page_no()).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
            self.cell(0, 6, f"دفتر صورت‌جلسات سال – صفحهٔ {number}", align="R")

    pdf = Book(format="A4")
    pdf.set_margins(15, 25, 25)
    pdf.set_auto_page_break(True, 25)
    pdf.add_font("V", "", str(fonts / "Vazirmatn-Regular.ttf"))
    pdf.add_font("V", "B", str(fonts / "Vazirmatn-SemiBold.ttf"))
    pdf.set_text_shaping(True, direction="rtl", script="arab", language="fas")
    for sheet in json.loads((folder / "year.json").read_text(encoding="utf-8")):
        pdf.add_page()
        for block in sheet:
            _fpdf2_block(pdf, block)
    pdf.output(str(out))


_SIZES = {"title": (16, "C"), "subtitle": (12, "C"), "section": (13, "R"), "item": (12, "R"), "text": (12, "R")}


def _fpdf2_block(pdf: Any, block: list[Any]) -> None:
    kind, *rest = block
    if kind in _SIZES:
        size, align = _SIZES[kind]
        pdf.set_font("V", "" if kind in {"text", "subtitle"} else "B", size)
        pdf.multi_cell(0, size * 0.55, rest[0], align=align, new_x="LMARGIN", new_y="NEXT")
    elif kind == "talk":
        pdf.set_font("V", "", 12)
        pdf.multi_cell(0, 6.8, f"{rest[0]} {rest[1]}", align="J", new_x="LMARGIN", new_y="NEXT")
    elif kind == "ranked":
        _fpdf2_table(pdf, [[[rest[1]], [rest[0]]]], (153, 17))
    elif kind == "head":
        _fpdf2_table(pdf, [[rest[2], [rest[1]], rest[0]]], (63, 44, 63))
    elif kind == "facts":
        _fpdf2_table(pdf, [row[::-1] for row in rest[0]], (42.5,) * 4)
    elif kind == "signers":
        heads = [[name] for name in rest[0][::-1]]
        _fpdf2_table(pdf, [heads], (85, 85))
        _fpdf2_table(pdf, [[[*cell, "", ""] for cell in row[::-1]] for row in rest[1]], (85, 85))
    else:
        _fpdf2_table(pdf, [row[::-1] for row in rest[1]], rest[0][::-1], headings=True)


def _fpdf2_table(pdf: Any, rows: list[list[list[str]]], widths: Any, headings: bool = False) -> None:
    pdf.set_font("V", "", 11)
    with pdf.table(
        col_widths=tuple(widths), text_align="RIGHT", line_height=5.6, first_row_as_headings=headings,
        borders_layout="HORIZONTAL_LINES",
    ) as table:  # fmt: skip
        for row in rows:
            line = table.row()
            for cell in row:
                line.cell("\n".join(cell))


ENGINES: dict[str, Callable[[Path, Path, Path], None]] = {
    "typst": typst,
    "typst-a-2b": typst_archived,
    "weasyprint": weasyprint,
    "qt": qt,
    "fpdf2": fpdf2,
}


def main(name: str, folder: str, fonts: str) -> None:
    """Print, then say how much memory it took."""
    ENGINES[name](Path(folder), Path(fonts), Path(folder) / f"{name}.pdf")
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        print(int(peak.split()[1]) / 1024)


if __name__ == "__main__":
    main(*sys.argv[1:])
