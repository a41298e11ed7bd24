"""Papers that come back as files and are small, though what is in them unpacks without end."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from desktop_app.domain.errors import Refused
from desktop_app.printing.paper_reading import found_in_pdf
from desktop_app.printing.pdf.attachment import LARGEST, Attachment, attach, attached
from tests.peaks import peak_of, tell
from tests.printing.scans.test_scan_bombs import bomb, endless_contents, endless_objects, nested
from tests.refusing import refused
from tests.systems import only_on_linux

MOST = 300
"""Megabytes of a process that refuses a bomb of 400."""
SAID = "Minutes, schema 1"


def with_source(megabytes: int) -> bytes:
    """A paper with a document of so many blanks inside."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    stream = pikepdf.Stream(made, bomb(megabytes))
    stream.Type, stream.Filter = Name.EmbeddedFile, Name.FlateDecode
    found = Dictionary(
        Type=Name.Filespec,
        UF=String("minutes.json"),
        Desc=String(SAID),
        AFRelationship=Name.Source,
        EF=Dictionary(F=made.make_indirect(stream)),
    )
    made.Root.AF = Array([made.make_indirect(found)])
    return saved(made)


def with_facts() -> bytes:
    """A paper whose facts about itself have no end."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    stream = pikepdf.Stream(made, bomb())
    # without its type, by which it would be saved unpacked
    stream.Subtype, stream.Filter = Name.XML, Name.FlateDecode
    made.Root.Metadata = made.make_indirect(stream)
    return saved(made)


def saved(made: pikepdf.Pdf) -> bytes:
    """Its bytes."""
    out = io.BytesIO()
    made.save(out, fix_metadata_version=False)
    return out.getvalue()


BOMBS: dict[str, tuple[Callable[[], bytes], int]] = {
    "source": (lambda: with_source(400), MOST),
    "facts": (with_facts, MOST),
    "contents": (endless_contents, MOST),
    "parts": (lambda: endless_contents(20), MOST),
    # qpdf unpacks up to the bound of all, and copies it once
    "objects": (endless_objects, 700),
}


@pytest.mark.parametrize("which", BOMBS)
@only_on_linux("the peak of a process stands in its folder under /proc")
def test_a_bomb_is_refused_within_bounds(which: str, tmp_path: Path) -> None:
    make, most = BOMBS[which]
    (tmp_path / "paper.pdf").write_bytes(make())
    told, peak = peak_of(__name__, tmp_path / "paper.pdf")
    assert told == "pdf_unreadable"
    assert peak < most


def test_a_page_that_draws_forms_without_end_is_refused() -> None:
    with refused("pdf_unreadable"):
        found_in_pdf(nested(30, 3))


def test_a_document_beyond_the_largest_is_none() -> None:
    with refused("pdf_unreadable"):
        attached(with_source(LARGEST // 1_000_000 + 1))


def test_a_document_is_read_as_it_was_attached() -> None:
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    document = Attachment("minutes.json", "متن".encode() * 1000, SAID)
    attach(made, document, "D:20230301120000Z")
    assert attached(saved(made)) == document


if __name__ == "__main__":
    key = ""
    try:
        found_in_pdf(Path(sys.argv[1]).read_bytes())
    except Refused as problem:
        key = problem.key
    tell(key)
