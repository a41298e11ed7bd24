"""The document inside a paper: read as it was attached, and none that is larger than any of ours."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from desktop_app.printing.engine.pdf.archive import LARGEST, Attachment, attach, attached_file
from tests.printing.strangers.hostile import bomb
from tests.refusing import refused

SAID = "Minutes, schema 1"


def saved(made: pikepdf.Pdf) -> bytes:
    """Its bytes."""
    out = io.BytesIO()
    made.save(out, fix_metadata_version=False)
    return out.getvalue()


def test_a_document_beyond_the_largest_is_none() -> None:
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    stream = pikepdf.Stream(made, bomb(LARGEST // 1_000_000 + 1))
    stream.Type, stream.Filter = Name.EmbeddedFile, Name.FlateDecode
    found = Dictionary(
        Type=Name.Filespec,
        UF=String("minutes.json"),
        Desc=String(SAID),
        AFRelationship=Name.Source,
        EF=Dictionary(F=made.make_indirect(stream)),
    )
    made.Root.AF = Array([made.make_indirect(found)])
    with refused("pdf_unreadable"):
        attached_file(saved(made))


def test_a_document_is_read_as_it_was_attached() -> None:
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    document = Attachment("minutes.json", "متن".encode() * 1000, SAID)
    attach(made, document, "D:20230301120000Z")
    assert attached_file(saved(made)) == document
