"""An HTML page by WeasyPrint; run as ``python weasyprint_page.py order.json``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from weasyprint import HTML  # type: ignore[import-not-found]

order = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
HTML(filename=order["html"]).write_pdf(order["out"])
