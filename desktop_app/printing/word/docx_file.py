"""Word file: an empty document with own styles and embedded fonts; equal papers give equal bytes.

python-docx brings a template with a picture of somebody's screen, styles of an English office and a list of
numberings; what is not used is left out. The fonts go along (the standard's own scrambling, undone by every reader),
because an office that opens the file may not have them; only those whose makers permit it.
"""

from __future__ import annotations

import hashlib
import io
import uuid
import zipfile
from datetime import datetime
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from desktop_app.domain.documents.appearance import Typography
from desktop_app.printing.engine.script.letters import NO_BREAK
from desktop_app.printing.engine.typesetting.fonts import FontSet
from desktop_app.printing.engine.typesetting.style import Weight
from desktop_app.printing.word.docx_styles import write_styles
from desktop_app.printing.word.docx_xml import LANGUAGE, Node, element

_FONT_TYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_EMBEDDED: Final = (("embedRegular", Weight.REGULAR), ("embedBold", Weight.BOLD))
_SCRAMBLED: Final = 32
_KEPT_PARTS: Final = frozenset({RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.FONT_TABLE})
_LONGEST: Final = 255
"""Letters of a property; with one more python-docx refuses it, as Word does."""
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can say: the file bears no time of its making but the paper's own."""
_PROPERTIES: Final = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Dabirkhaneh</Application></Properties>"
)


def empty(typography: Typography, fonts: FontSet) -> WordDocument:
    """Return a Word document with the program's styles and fonts and no content."""
    document = Document()
    package, main = document.part.package, document.part
    for holder, kept in ((package.rels, None), (main.rels, _KEPT_PARTS)):
        for key in [key for key, link in holder.items() if not _is_kept(link.reltype, kept)]:
            holder.pop(key)
    write_styles(document.styles.element, typography)
    _write_settings(document.settings.element)
    _embed(main, typography, fonts)
    return document


def _is_kept(link: str, kept: frozenset[str] | None) -> bool:
    return link != RELATIONSHIP_TYPE.THUMBNAIL if kept is None else link in kept


def describe(document: WordDocument, *, title: str, author: str, made_at: str) -> None:
    """Set title, author and date of the file; ``made_at`` is the paper's instant in UTC."""
    about = document.core_properties
    made = datetime.fromisoformat(made_at).replace(tzinfo=None)
    title, author = (_property(text.replace(NO_BREAK, " ")) for text in (title, author))
    about.title, about.author, about.last_modified_by, about.language = title, author, author, LANGUAGE
    about.created = about.modified = made
    about.comments = about.subject = about.keywords = ""
    about.revision = 1


def _property(text: str) -> str:
    """Return the text shortened to what Office accepts as a file property."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def to_bytes(document: WordDocument) -> bytes:
    """Return the bytes of the file; equal documents give equal bytes."""
    written = io.BytesIO()
    document.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # the same on every system
            entry.create_system, entry.external_attr = 0, 0
            content = source.read(name)
            target.writestr(entry, _PROPERTIES if name == "docProps/app.xml" else content)
    return out.getvalue()


def _write_settings(settings: Node) -> None:
    for old in list(settings):
        settings.remove(old)
    settings.append(element("zoom", percent=100))
    settings.append(element("embedTrueTypeFonts"))
    settings.append(element("defaultTabStop", val=720))
    compat = element("compat")
    uri = "http://schemas.microsoft.com/office/word"
    compat.append(element("compatSetting", name="compatibilityMode", uri=uri, val=15))
    settings.append(compat)
    settings.append(element("themeFontLang", val=LANGUAGE, bidi=LANGUAGE))


def _embed(main: Part, typography: Typography, fonts: FontSet) -> None:
    """Embed the regular and the bold cut, if their licence allows it in an editable file."""
    old = main.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table: Node = parse_xml(f"<w:fonts {nsdecls('w', 'r')}/>")
    part = XmlPart(old.partname, old.content_type, table, main.package)
    key = next(key for key, link in main.rels.items() if link.reltype == RELATIONSHIP_TYPE.FONT_TABLE)
    main.rels.pop(key)
    main.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)
    font = element("font", name=typography.font)
    font.append(element("charset", val="B2"))
    font.append(element("family", val="auto"))
    for number, (place, weight) in enumerate(_EMBEDDED, start=1):
        if not fonts.faces[weight].allows_editing:
            continue
        data = fonts.faces[weight].data
        identity = uuid.UUID(bytes=hashlib.sha256(data).digest()[:16], version=4)
        name = PackURI(f"/word/fonts/font{number}.odttf")
        link = part.relate_to(Part(name, _FONT_TYPE, obfuscated(data, identity), main.package), _FONT_LINK)
        held = element(place, fontKey="{" + str(identity).upper() + "}")
        held.set(qn("r:id"), link)
        font.append(held)
    table.append(font)


def obfuscated(data: bytes, identity: uuid.UUID) -> bytes:
    """Return the font with its first 32 bytes XORed by the key (ECMA-376 part 4); twice restores it."""
    key = identity.bytes[::-1] * 2
    head = bytes(one ^ other for one, other in zip(data[:_SCRAMBLED], key, strict=True))
    return head + data[_SCRAMBLED:]
