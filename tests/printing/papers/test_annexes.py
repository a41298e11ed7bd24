"""Annexes on paper: numbered after the typed attachments, page by page after the paper, bookmarked and tagged."""

from __future__ import annotations

import io
import re
import struct
from contextlib import closing
from dataclasses import replace

import pikepdf
import pypdf
import pytest
from PIL import Image

from desktop_app.domain.documents.documents import MinutesDocument, Paper
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.printing.pages import PageReader
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.printing.stranger_limits import Limits
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.files import owners
from desktop_app.services.files.owners import NewFile
from desktop_app.services.minutes.finalising import finalise, withdraw
from desktop_app.wiring import paper_renderer
from desktop_app.words.digits import persian
from tests.printing.oracles import extractors
from tests.printing.strangers.hostile import HOSTILE
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.whole import deciding


def pdf(pages: int, *, password: str = "") -> bytes:
    """A foreign file that is no archive file and holds a script."""
    made = pikepdf.new()
    for _page in range(pages):
        made.add_blank_page(page_size=(400, 600))
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    out = io.BytesIO()
    encryption = pikepdf.Encryption(owner=password, user=password) if password else False
    # else its id holds the time, and the same file made again is another one
    made.save(out, encryption=encryption, deterministic_id=not password)
    return out.getvalue()


def picture(form: str, *, frames: int = 1, mode: str = "RGB") -> bytes:
    """A picture, or several in one file."""
    pages = [Image.new(mode, (300 + n, 200), 128) for n in range(frames)]
    out = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if frames > 1 else {}
    pages[0].save(out, form, **more)
    return out.getvalue()


def put(records: Records, record: RecordRef, **files: bytes) -> tuple[int, ...]:
    """Attach files by their names, of which an underscore is the dot."""
    store = records.folder.files
    new = [NewFile(store.take_bytes(content), name.replace("_", ".")) for name, content in files.items()]
    return owners.attach(records.context, record, new, unnamed="پیوست").links


@pytest.fixture
def printing(records: Records) -> PaperRenderer:
    """A renderer over the store of the office."""
    return paper_renderer(None, records.folder.files.bytes_of)


def minutes_of(office: Office, version: int) -> Paper[MinutesDocument]:
    """The paper of a version in the fonts that ship; the tests' office names others."""
    paper = minutes_paper(office.context, version)
    return replace(paper, document=replace(paper.document, fonts=()))


def length(made: bytes) -> int:
    """How many pages."""
    return len(pypdf.PdfReader(io.BytesIO(made)).pages)


def titles(made: bytes) -> list[str]:
    """The bookmarks of the first level."""
    with pikepdf.open(io.BytesIO(made)) as opened, opened.open_outline() as outline:
        return [re.sub("[\u2066-\u2069]", "", entry.title) for entry in outline.root]


def figures(made: bytes) -> int:
    """How many pictures the pages show."""
    return sum(len(page.images) for page in pypdf.PdfReader(io.BytesIO(made)).pages)


def test_annexes_of_agenda_items_follow_the_pack(office: Office, records: Records, printing: PaperRenderer) -> None:
    meeting = office.convened()
    first, second, _third = (RecordRef(FileOwner.AGENDA_ITEM, one) for one in office.items(meeting))
    said = LetterAdditions(attachments="فهرست مدعوان")
    before = length(printing.make(PaperKind.AGENDA_PACK, agenda_pack_paper(office.context, meeting, said)))
    put(records, second, plan_pdf=pdf(3), sheet_txt=b"text")
    put(records, first, photo_jpg=picture("JPEG"), scan_tif=picture("TIFF", frames=2, mode="1"))
    paper = agenda_pack_paper(office.context, meeting, said)
    assert [(one.number, one.name, one.item) for one in paper.document.annexes] == [
        (2, "photo.jpg", 1),
        (3, "scan.tif", 1),
        (4, "plan.pdf", 2),
        (5, "sheet.txt", 2),
    ]
    assert paper.document.letterhead.attachment == "۵"
    made = printing.make(PaperKind.AGENDA_PACK, paper)
    assert made == printing.make(PaperKind.AGENDA_PACK, paper)
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    assert len(pages) == before + 1 + 2 + 3 + 1
    assert figures(made) == 6
    names = ("photo.jpg", "scan.tif", "plan.pdf", "sheet.txt")
    assert titles(made)[-4:] == [f"پیوست {n}: {name}" for n, name in zip("۲۳۴۵", names, strict=True)]
    words = pages[before + 4].extract_text()
    assert all(one in words for one in ("پیوست", "صفحه", "۴", "۲", "۳"))


def test_every_page_of_an_annex_bears_its_number_and_its_place(
    office: Office, records: Records, printing: PaperRenderer
) -> None:
    meeting = office.convened()
    put(records, RecordRef(FileOwner.AGENDA_ITEM, office.items(meeting)[0]), plan_pdf=pdf(3))
    paper = agenda_pack_paper(office.context, meeting, LetterAdditions(attachments="فهرست مدعوان"))
    with closing(PageReader()) as reader, reader.open(printing.make(PaperKind.AGENDA_PACK, paper)) as pages:
        read = [extractors.plain(pages.text(index)) for index in range(pages.count)][-3:]
    lines = [[line.strip() for line in page.splitlines() if line.startswith("پیوست ۲ –")] for page in read]
    assert lines == [[f"پیوست ۲ – صفحهٔ {page} از ۳"] for page in "۱۲۳"]


@pytest.mark.parametrize("profile", list(Profile))
def test_the_paper_stays_a_proved_archive_file(
    office: Office, records: Records, printing: PaperRenderer, profile: Profile
) -> None:
    meeting = office.convened()
    item = RecordRef(FileOwner.AGENDA_ITEM, office.items(meeting)[0])
    alpha = picture("PNG", mode="RGBA")
    put(records, item, a_pdf=pdf(1), b_png=alpha, c_jpg=picture("JPEG", mode="CMYK"), d_gif=picture("GIF", mode="P"))
    made = printing.make(PaperKind.AGENDA_PACK, agenda_pack_paper(office.context, meeting), profile)
    assert figures(made) == 4
    assert b"JavaScript" not in made


def test_what_cannot_be_drawn_is_named_and_said_so(office: Office, records: Records, printing: PaperRenderer) -> None:
    meeting = office.convened()
    item = RecordRef(FileOwner.AGENDA_ITEM, office.items(meeting)[0])
    torn = picture("JPEG")[:200]
    put(
        records, item, locked_pdf=pdf(1, password="x"), torn_pdf=b"%PDF-1.7 torn", torn_jpg=torn, list_zip=b"PK\x03\x04"
    )
    made = printing.make(PaperKind.AGENDA_PACK, agenda_pack_paper(office.context, meeting))
    assert len(titles(made)) >= 4
    assert figures(made) == 0


def noise(form: str) -> bytes:
    """A picture that fills its file, so that half of the file is half of the picture."""
    out = io.BytesIO()
    Image.effect_noise((300, 400), 80).convert("RGB").save(out, form)
    return out.getvalue()


def torn_frames() -> bytes:
    """Three pictures in a file, the last of them torn."""
    pages = [Image.effect_noise((300, 200 + n), 80) for n in range(3)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    content = bytearray(out.getvalue())
    with Image.open(out) as opened:
        opened.seek(2)
        # where the file says that the pixels of the last one lie there is nothing
        places = struct.pack("<I", opened.tag_v2[273][0])  # type: ignore[attr-defined]
    at = content.rindex(places)
    content[at : at + 4] = struct.pack("<I", len(content) - 400)
    return bytes(content)


TORN = {
    "half_jpg": lambda: noise("JPEG")[:40_000],
    "half_png": lambda: noise("PNG")[:90_000],
    "third_tif": torn_frames,
}


@pytest.mark.parametrize("name", TORN)
def test_final_minutes_with_a_torn_picture_are_printed(
    office: Office, records: Records, printing: PaperRenderer, name: str
) -> None:
    """Its header is sound and the pixels are not: nothing of it is drawn, and the annex is told as apart."""
    _meeting, version = office.written()
    plain = printing.make(PaperKind.MINUTES, minutes_of(office, version))
    put(records, RecordRef(FileOwner.MINUTES, version), **{name: TORN[name](), "sound_png": picture("PNG")})
    office.finalised(version)
    made = printing.make(PaperKind.MINUTES, minutes_of(office, version))
    assert titles(made)[-2:] == [f"پیوست ۱: {name.replace('_', '.')}", "پیوست ۲: sound.png"]
    assert length(made) == length(plain) + 2
    assert figures(made) == figures(plain) + 1
    with closing(PageReader()) as reader, reader.open(made) as pages:
        assert "آسیب دیده" in extractors.plain(pages.text(pages.count - 2))


def test_a_torn_picture_does_not_stop_the_pack(office: Office, records: Records, printing: PaperRenderer) -> None:
    meeting = office.convened()
    put(records, RecordRef(FileOwner.AGENDA_ITEM, office.items(meeting)[0]), half_jpg=TORN["half_jpg"]())
    made = printing.make(PaperKind.AGENDA_PACK, agenda_pack_paper(office.context, meeting))
    assert titles(made)[-1] == "پیوست ۱: half.jpg"
    assert figures(made) == 0


def test_a_page_of_a_pdf_of_which_nothing_is_seen_is_told_as_apart(
    office: Office, records: Records, printing: PaperRenderer
) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(2))) as made:
        made.pages[1]["/CropBox"] = pikepdf.Array([5000, 5000, 5400, 5600])
        made.save(out)
    meeting = office.convened()
    put(records, RecordRef(FileOwner.AGENDA_ITEM, office.items(meeting)[0]), plan_pdf=out.getvalue())
    made_pack = printing.make(PaperKind.AGENDA_PACK, agenda_pack_paper(office.context, meeting))
    assert titles(made_pack)[-1] == "پیوست ۱: plan.pdf"
    assert figures(made_pack) == 0


def cut() -> bytes:
    """The end is missing, and with it the list of pages that an addition had made longer."""
    return pdf(2).rpartition(b"xref")[0]


LEFT_OUT = {
    "cut": (cut, "نیمه"),
    "locked": (lambda: pdf(1, password="x"), "گذرواژه"),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_final_minutes_say_why_a_pdf_is_not_drawn(
    office: Office, records: Records, printing: PaperRenderer, name: str
) -> None:
    """What cannot be judged is not drawn into a paper, and what is left out is listed all the same."""
    make, why = LEFT_OUT[name]
    _meeting, version = office.written()
    plain = printing.make(PaperKind.MINUTES, minutes_of(office, version))
    put(records, RecordRef(FileOwner.MINUTES, version), plan_pdf=make(), sound_pdf=pdf(1))
    office.finalised(version)
    made = printing.make(PaperKind.MINUTES, minutes_of(office, version))
    assert titles(made)[-2:] == ["پیوست ۱: plan.pdf", "پیوست ۲: sound.pdf"]
    assert length(made) == length(plain) + 2
    assert figures(made) == figures(plain) + 1
    with closing(PageReader()) as reader, reader.open(made) as pages:
        assert why in extractors.plain(pages.text(pages.count - 2))


DECIDING = ("endless drawing", "encrypted", "40,000 × 40,000 pixels", "10,000 pages", "broken off", "blank pages")
"""One for each sentence; the tests of the child process hold the other files."""


@pytest.mark.parametrize("which", deciding([DECIDING, tuple(HOSTILE)], {DECIDING}))
def test_what_is_hostile_is_named_on_paper_and_stops_no_annex_behind_it(
    office: Office, records: Records, printing: PaperRenderer, low_limits: Limits, which: tuple[str, ...]
) -> None:
    """A file of 0 bytes is no annex: it is refused before it is kept."""
    assert low_limits.pages
    made_of = [HOSTILE[one] for one in which]
    files = {f"f{at:02}_pdf": (one.make(), one.on_paper) for at, one in enumerate(made_of) if one.make()}
    meeting = office.convened()
    item = RecordRef(FileOwner.AGENDA_ITEM, office.items(meeting)[0])
    put(records, item, **{name: content for name, (content, _said) in files.items()})
    made = printing.make(PaperKind.AGENDA_PACK, agenda_pack_paper(office.context, meeting))
    assert [one for one in titles(made) if "f" in one][-len(files) :] == [
        f"پیوست {persian(at)}: {name.replace('_', '.')}" for at, name in enumerate(files, start=1)
    ]
    with closing(PageReader()) as reader, reader.open(made) as pages:
        said = extractors.plain("".join(pages.text(at) for at in range(pages.count)))
    for _content, word in files.values():
        assert word in said


@pytest.mark.parametrize("size", [(20, 2_000_000), (2_000_000, 20)])
@pytest.mark.whole
def test_a_picture_of_no_shape_that_paper_has_is_drawn(
    office: Office, records: Records, printing: PaperRenderer, size: tuple[int, int]
) -> None:
    """No JPEG has a side of more than 65500 pixels."""
    out = io.BytesIO()
    Image.new("L", size, 200).save(out, "PNG")
    meeting = office.convened()
    put(records, RecordRef(FileOwner.AGENDA_ITEM, office.items(meeting)[0]), strip_png=out.getvalue())
    made = printing.make(PaperKind.AGENDA_PACK, agenda_pack_paper(office.context, meeting))
    assert figures(made) == 1


def test_the_pack_is_guarded_as_its_most_guarded_annex(office: Office, records: Records) -> None:
    meeting = office.convened()
    item = RecordRef(FileOwner.AGENDA_ITEM, office.items(meeting)[0])
    (link,) = put(records, item, a_txt=b"text")
    owners.edit(office.context, link, "a.txt", Classification.SECRET)
    assert agenda_pack_paper(office.context, meeting).document.letterhead.classification == "secret"


def test_minutes_are_guarded_as_their_most_guarded_annex(office: Office, records: Records) -> None:
    _meeting, version = office.written()
    (link,) = put(records, RecordRef(FileOwner.MINUTES, version), a_txt=b"text")
    owners.edit(office.context, link, "a.txt", Classification.SECRET)
    assert minutes_of(office, version).document.letterhead.classification == "secret"
    office.finalised(version)
    assert minutes_of(office, version).document.letterhead.classification == "secret"
    assert records.folder.check() == ()


def test_annexes_of_minutes_are_frozen_with_them(office: Office, records: Records, printing: PaperRenderer) -> None:
    _meeting, version = office.written()
    record = RecordRef(FileOwner.MINUTES, version)
    plain = printing.make(PaperKind.MINUTES, minutes_of(office, version))
    put(records, record, plan_pdf=pdf(2))
    code = office.finalised(version).code
    put(records, record, later_pdf=pdf(1))
    paper = minutes_of(office, version)
    assert [one.name for one in paper.document.annexes] == ["plan.pdf"]
    made = printing.make(PaperKind.MINUTES, paper)
    assert length(made) == length(plain) + 2
    assert titles(made)[-1] == "پیوست ۱: plan.pdf"
    assert made == printing.make(PaperKind.MINUTES, minutes_of(office, version))
    assert records.folder.check() == ()
    draft = withdraw(office.context, version, "پیوست دیگری باید بیاید")
    put(records, RecordRef(FileOwner.MINUTES, draft.id), more_pdf=pdf(3))
    assert [one.name for one in minutes_of(office, draft.id).document.annexes] == ["plan.pdf", "more.pdf"]
    assert office.finalised(draft.id).code != code
    assert [one.name for one in minutes_of(office, version).document.annexes] == ["plan.pdf"]


def test_an_annex_that_was_altered_stops_the_paper_by_name(
    office: Office, records: Records, printing: PaperRenderer
) -> None:
    _meeting, version = office.written()
    put(records, RecordRef(FileOwner.MINUTES, version), plan_pdf=pdf(1))
    office.finalised(version)
    paper = minutes_of(office, version)
    path = records.folder.files.path_of(paper.document.annexes[0].sha256)
    path.write_bytes(pdf(1).replace(b"400", b"401"))
    with refused("file_altered", name="plan.pdf"):
        printing.make(PaperKind.MINUTES, paper)
    path.unlink()
    with refused("file_lost", name="plan.pdf"):
        printing.make(PaperKind.MINUTES, paper)


def test_minutes_are_not_frozen_with_an_annex_that_is_lost(office: Office, records: Records) -> None:
    _meeting, version = office.written()
    put(records, RecordRef(FileOwner.MINUTES, version), plan_pdf=pdf(1), more_pdf=pdf(2))
    annexes = minutes_of(office, version).document.annexes
    records.folder.files.path_of(annexes[1].sha256).unlink()
    with refused("annex_lost", name="more.pdf"):
        office.finalised(version)
    assert office.get("versions", version).state is MinutesState.REVIEW
    # what the refusal advises: the bytes lie there again, though the row was there all the time
    with refused("file_attached_already"):
        put(records, RecordRef(FileOwner.MINUTES, version), more_pdf=pdf(2))
    assert finalise(office.context, version).code


def test_minutes_without_annexes_keep_their_code(office: Office) -> None:
    _meeting, version = office.written()
    office.finalised(version)
    with office.context.read() as work:
        assert '"annexes"' not in work.versions.get(version).snapshot
