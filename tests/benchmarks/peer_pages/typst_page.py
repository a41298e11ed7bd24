"""Paragraphs by Typst; run as ``python typst_page.py order.json``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst  # type: ignore[import-not-found]

order = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
head = (
    f"#set page(width: {order['width']}mm, height: {order['height']}mm, margin: {order['margin']}mm)\n"
    f'#set text(font: "Vazirmatn", lang: "fa", dir: rtl, size: {order["size"]}pt)\n'
    f"#set par(justify: {'true' if order['justify'] else 'false'})\n"
)
body = "\n\n".join(f"#{json.dumps(text, ensure_ascii=False)}" for text in order["texts"])
source = Path(order["out"]).with_suffix(".typ")
source.write_text(head + body, encoding="utf-8")
typst.compile(source, output=order["out"], font_paths=[str(Path(order["font"]).parent)])
