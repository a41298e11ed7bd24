"""The logical document inside its own paper: canonical JSON as an associated file (ISO 19005-3, 6.8)."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from desktop_app.domain.errors import EnvironmentProblem

LARGEST: Final = 64_000_000
"""Bytes of the document inside a paper."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A JSON file with the name that readers show and one line on what it is."""

    name: str
    content: bytes
    about: str


def attach(opened: Pdf, attachment: Attachment, stamp: str) -> None:
    """Add the file as the source of the whole document; ``stamp`` is its day as a PDF date."""
    stream = opened.make_stream(attachment.content)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name("/application/json")
    stream.Params = Dictionary(ModDate=String(stamp), Size=len(attachment.content))
    name = String(attachment.name)
    found = opened.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=name,
            UF=name,
            Desc=String(attachment.about),
            AFRelationship=Name.Source,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    opened.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([name, found])))
    opened.Root.AF = Array([found])


def attached(pdf: bytes) -> Attachment:
    """The associated file of a paper.

    Raises ``EnvironmentProblem``: ``pdf_without_source`` where there is none, and ``pdf_unreadable`` also for one that
    is larger than any document of the program.
    """
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            for found in opened.Root.get("/AF", ()):
                if found.get("/AFRelationship") != Name.Source:
                    continue
                stream = found.EF.F
                if isinstance(stream, pikepdf.Stream):
                    return Attachment(str(found.UF), _unpacked(stream), str(found.get("/Desc", "")))
    except (pikepdf.PikepdfError, ValueError, zlib.error) as error:
        raise EnvironmentProblem("pdf_unreadable") from error
    raise EnvironmentProblem("pdf_without_source")


def _unpacked(stream: pikepdf.Stream) -> bytes:
    """Its bytes; raises ``ValueError`` for more than :data:`LARGEST`, and where it is packed as no paper of ours is."""
    content = bytes(stream.read_raw_bytes())
    if "/Filter" in stream:
        if stream.Filter != Name.FlateDecode:
            raise ValueError("packed otherwise")
        content = zlib.decompressobj().decompress(content, LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError("too large")
    return content
