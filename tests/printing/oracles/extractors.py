"""How other people's readers see the text of a paper, and how much of the source they find again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from io import BytesIO
from pathlib import Path

import pypdf

from desktop_app.printing.pages import PageReader
from tests.printing.oracles import fribidi
from tests.validators.asked import run_validator

_WORD = re.compile("[\\w\u200c\u064b-\u0655\u0670]+")
_STEERING = {ord(control): None for control in fribidi.HIDDEN}


def pdftotext(pdf: bytes, folder: Path) -> str:
    """Poppler's reader."""
    path = folder / "extract.pdf"
    path.write_bytes(pdf)
    return run_validator("pdftotext", "poppler-utils", "-enc", "UTF-8", str(path), "-").out


def pdfium(pdf: bytes, _folder: Path) -> str:
    """The reader of Chrome and Edge."""
    reader = PageReader()
    with reader.open(pdf) as pages:
        return "\n".join(pages.text(index) for index in range(pages.count))


def pure_python(pdf: bytes, _folder: Path) -> str:
    """The reader that many scripts use (pypdf)."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


READERS = {"pdftotext": pdftotext, "pdfium": pdfium, "pypdf": pure_python}


def plain(text: str) -> str:
    """One form for comparison: NFKC, no steering controls, form feeds as spaces."""
    return unicodedata.normalize("NFKC", text).translate(_STEERING)


def words(text: str) -> Counter[str]:
    """Runs of letters, marks, digits and half spaces, each with how often it occurs."""
    return Counter(_WORD.findall(plain(text)))


def share_of_words(source: str, extracted: str) -> float:
    """The share of the source's words that stand among the extracted words, each counted once."""
    wanted = words(source)
    return (wanted & words(extracted)).total() / max(1, wanted.total())
