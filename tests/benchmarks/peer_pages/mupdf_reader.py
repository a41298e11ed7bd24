"""The text of a file by MuPDF; run as ``python mupdf_reader.py file.pdf``."""

from __future__ import annotations

import sys

import pymupdf  # type: ignore[import-not-found]

with pymupdf.open(sys.argv[1]) as pages:
    sys.stdout.buffer.write("\n".join(page.get_text() for page in pages).encode("utf-8", "replace"))
