"""The logical document inside its own paper: canonical JSON as an associated file (ISO 19005-3, 6.8)."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from desktop_app.domain.errors import EnvironmentProblem


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
    """The associated file of a paper; raises ``EnvironmentProblem("pdf_without_source")`` where there is none."""
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            for found in opened.Root.get("/AF", ()):
                if found.get("/AFRelationship") == Name.Source:
                    return Attachment(str(found.UF), found.EF.F.read_bytes(), str(found.get("/Desc", "")))
    except pikepdf.PdfError as error:
        raise EnvironmentProblem("pdf_unreadable") from error
    raise EnvironmentProblem("pdf_without_source")
