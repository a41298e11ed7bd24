"""Reads a saved paper with poppler, a reader that knows nothing of how it was made."""

from __future__ import annotations

import re
from pathlib import Path

from tests.validators.asked import run_validator

STEERING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufeff\ue000-\uf8ff]")
"""Presentation forms and private use: glyphs that were written down instead of letters."""
DATE = re.compile(r"[۰-۹]{4}/[۰-۹]{2}/[۰-۹]{2}")


class Paper:
    """One PDF file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        raw = run_validator("pdftotext", "poppler-utils", str(file), "-").out
        self.pages = raw.rstrip("\f").count("\f") + 1
        self.forms = FORMS.findall(raw)
        self.text = re.sub(r"\s+", " ", STEERING.sub("", raw))
        self._squeezed = self.text.replace(" ", "")

    def has(self, phrase: str) -> bool:
        """Whether these words stand together; the reader puts the blanks beside numbers where it likes."""
        return "".join(phrase.split()) in self._squeezed

    def missing(self, sentence: str) -> list[str]:
        """Words of a sentence that stand nowhere; its lines may be parted by the cells beside it."""
        return [word for word in sentence.split() if word not in self._squeezed]

    def dates(self) -> list[str]:
        """Every date, as it is read."""
        return DATE.findall(self.text)

    def pictures(self, folder: Path, dpi: int = 80) -> list[Path]:
        """A picture of each page."""
        stem = folder / "page"
        run_validator("pdftoppm", "poppler-utils", "-r", str(dpi), "-png", str(self.file), str(stem))
        return sorted(folder.glob("page-*.png"))
