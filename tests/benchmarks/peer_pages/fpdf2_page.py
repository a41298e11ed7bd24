"""Paragraphs by fpdf2; run as ``python fpdf2_page.py order.json``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fpdf import FPDF  # type: ignore[import-untyped]

order = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
pdf = FPDF(unit="mm", format=(order["width"], order["height"]))
pdf.set_margin(order["margin"])
pdf.add_page()
pdf.add_font("Print", "", order["font"])
pdf.set_font("Print", "", order["size"])
pdf.set_text_shaping(True, direction="rtl", script="arab", language="fas")
for text in order["texts"]:
    pdf.multi_cell(0, None, text, align="J" if order["justify"] else "R", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)
pdf.output(order["out"])
