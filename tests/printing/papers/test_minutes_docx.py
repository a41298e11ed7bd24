"""Minutes and letters for Word: right to left in every part, named styles, real tables, every word in LibreOffice."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import uuid
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from desktop_app.domain.documents.appearance import Margins, Sheet, Typography
from desktop_app.domain.documents.documents import Imprint, LetterDocument, MinutesDocument
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.typesetting import font_file
from desktop_app.printing.engine.typesetting.fonts import FontSet
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.word import letter_docx, minutes_docx
from desktop_app.printing.word.docx_file import obfuscated
from desktop_app.printing.word.docx_styles import design_of
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.oracles import extractors
from tests.printing.report_documents import correction
from tests.printing.typesetting.test_font_file import with_permission
from tests.systems import skip_on_windows

MARK = "\u200e"
_DRAWN = io.BytesIO()
Image.effect_noise((200, 200), 80).save(_DRAWN, "PNG")
LOGO = _DRAWN.getvalue()
MADE = "2023-02-01T10:00:00Z"
SAMPLE = Imprint(sample=True, made_at=MADE)
ALL: dict[str, MinutesDocument | LetterDocument] = {
    "rich": samples.RICH,
    "inquorate": samples.INQUORATE,
    "sixteen": samples.SIXTEEN_SIGNERS,
    "long": samples.LONG_RESOLUTION,
    "words": samples.LONG_WORDS,
    "bare": samples.BARE,
    "letter": samples.letter("شمارهٔ تماس 011-33334444 است.\nبا احترام"),
}
every_document = pytest.mark.parametrize("document", ALL.values(), ids=ALL.keys())


def made(
    document: MinutesDocument | LetterDocument,
    imprint: Imprint | None = None,
    told: Callable[[int, int], None] = lambda _done, _total: None,
) -> bytes:
    imprint, render_context = (
        imprint or Imprint(made_at=MADE, code="ABCDEFGHIJKLMNOP"),
        replace(made_papers.render_context(), progress=told),
    )
    if isinstance(document, LetterDocument):
        return letter_docx.render(document, imprint, render_context)
    return minutes_docx.render(document, imprint, render_context)


class GivenUp(Exception):
    """The operator does not want it any more."""


@every_document
def test_a_word_file_tells_how_far_it_is_and_ends_where_it_is_given_up(
    document: MinutesDocument | LetterDocument,
) -> None:
    told: list[tuple[int, int]] = []
    made(document, told=lambda done, total: told.append((done, total)))
    whole = told[-1][1]
    assert told == [(done, whole) for done in range(whole + 1)]

    def give_up(done: int, total: int) -> None:
        if done == total:
            raise GivenUp

    with pytest.raises(GivenUp):
        made(document, told=give_up)


def parts(content: bytes) -> list[Any]:
    """Body, heads and feet as elements."""
    document = Document(io.BytesIO(content))
    section = document.sections[0]
    held = (section.header, section.first_page_header, section.footer, section.first_page_footer)
    return [document.element.body, *(one.part.element for one in held)]


def _text(part: Any) -> str:
    # the runs of python-docx answer for their texts, too: each would be told twice
    return "".join(part.itertext(qn("w:t")))


def all_of(content: bytes, name: str) -> list[Any]:
    return [one for part in parts(content) for one in part.iter(qn(f"w:{name}"))]


@every_document
def test_every_paragraph_and_table_runs_from_right_to_left(document: MinutesDocument | LetterDocument) -> None:
    content = made(document)
    styles = {one.style_id: one.element for one in Document(io.BytesIO(content)).styles}
    assert styles["Normal"].find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    for paragraph in all_of(content, "p"):
        style = styles[paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))]
        assert style.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
        assert style.find(f"{qn('w:rPr')}/{qn('w:szCs')}") is not None
    tables = all_of(content, "tbl")
    assert tables
    assert all(table.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None for table in tables)
    section = parts(content)[0].find(qn("w:sectPr"))
    assert {one.tag for one in section} >= {qn("w:bidi"), qn("w:rtlGutter"), qn("w:titlePg")}


@every_document
def test_every_run_is_persian_unless_it_must_not_turn(document: MinutesDocument | LetterDocument) -> None:
    runs = [run for run in all_of(made(document), "r") if run.find(qn("w:t")) is not None]
    assert runs
    for run in runs:
        turned = run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
        assert turned != (MARK in _text(run))


def test_what_must_not_turn_is_a_run_from_left_to_right() -> None:
    held = [_text(run) for run in all_of(made(ALL["letter"]), "r") if MARK in _text(run)]
    assert held == [f"{MARK}011-33334444{MARK}"]


def test_the_heads_of_tables_are_repeated_and_signatures_stay_whole() -> None:
    body = parts(made(samples.SIXTEEN_SIGNERS))[0]
    titles = [row for row in body.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert len(titles) == 4, "attendance, follow-up, resolutions, signatures"
    signatures = list(body.iter(qn("w:tbl")))[-1]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in signatures.iter(qn("w:tr")))


def test_a_row_parts_only_where_it_is_very_long() -> None:
    long = parts(made(samples.LONG_RESOLUTION))[0]
    parting = [row for row in long.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None]
    assert len(parting) == 1


def test_a_long_change_of_a_correction_may_part_too() -> None:
    first, *rest = samples.RICH.resolutions
    longer = replace(samples.RICH, resolutions=(replace(first, text="پیگیری و گزارش " * 200), *rest))
    table = next(iter(parts(made(correction(longer)))[0].iter(qn("w:tbl"))))
    parting = [row for row in table.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None]
    assert len(parting) == 1


def test_styles_have_the_names_that_word_knows() -> None:
    styles = {one.name for one in Document(io.BytesIO(made(samples.RICH))).styles}
    wanted = {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "List Number", "Table Text", "Table Minutes"}
    assert wanted <= styles


def test_a_correction_strikes_what_went_and_underlines_what_came() -> None:
    content = made(correction())
    struck = [_text(run) for run in all_of(content, "r") if run.find(f"{qn('w:rPr')}/{qn('w:strike')}") is not None]
    lined = [_text(run) for run in all_of(content, "r") if run.find(f"{qn('w:rPr')}/{qn('w:u')}") is not None]
    assert {"۱۲:۳۰", "حاضر", "دو"} <= set(struck)
    assert {"۱۲:۴۵", "غایب موجه", "سه"} <= set(lined)
    feet = [_text(part) for part in parts(content)[-2:]]
    assert all("اصلاحیهٔ ۱" in foot for foot in feet)


def test_properties_are_those_of_the_record() -> None:
    about = Document(io.BytesIO(made(samples.RICH))).core_properties
    assert about.title == f"صورت‌جلسهٔ شمارهٔ ۳ {samples.COMMITTEE}"
    assert about.language == "fa-IR"
    assert about.created is not None
    assert about.created.isoformat().startswith("2023-02-01T10:00:00")
    assert about.modified == about.created


def test_names_longer_than_a_property_holds_are_cut_there_and_whole_on_the_page() -> None:
    """Office has 255 letters for each of them."""
    name = "کارگروه مشترک " * 20
    parties = tuple(replace(party, name=name) for party in samples.RICH.parties)
    content = made(replace(samples.RICH, committee=name, parties=parties))
    about = Document(io.BytesIO(content)).core_properties
    assert (len(about.title), len(about.author)) == (255, 255)
    assert about.title.endswith("…")
    assert name.strip() in _text(parts(content)[0])


@pytest.mark.parametrize("logo", [b"no picture", b"\x89PNG\r\n\x1a\n", LOGO[: len(LOGO) // 2]])
def test_a_logo_that_was_damaged_is_told_as_on_paper(logo: bytes) -> None:
    with pytest.raises(EnvironmentProblem, match="picture_unreadable"):
        made(samples.RICH, Imprint(made_at=MADE, logo=logo))


@every_document
def test_equal_papers_are_equal_bytes_without_a_time_of_day(document: MinutesDocument | LetterDocument) -> None:
    content = made(document)
    assert content == made(document)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.testzip() is None
        assert not [name for name in file.namelist() if "thumbnail" in name or "customXml" in name]


def test_the_fonts_go_along_scrambled_as_the_standard_has_it() -> None:
    with zipfile.ZipFile(io.BytesIO(made(samples.RICH))) as file:
        table = file.read("word/fontTable.xml").decode("utf-8")
        held = file.read("word/fonts/font1.odttf")
    identity = uuid.UUID(table.partition('fontKey="{')[2][:36])
    assert obfuscated(held, identity) == made_papers.REGULAR.read_bytes()
    assert held[:4] != made_papers.REGULAR.read_bytes()[:4]


@pytest.mark.parametrize(("permission", "carried"), [(0, True), (8, True), (4, False), (0x0104, False)])
def test_a_font_that_may_only_be_printed_does_not_go_along_in_a_file_to_write_in(
    permission: int, carried: bool
) -> None:
    fonts = FontSet.chosen(font_file.facts_of_cuts(with_permission(permission), "قلم"))
    content = minutes_docx.render(samples.RICH, Imprint(made_at=MADE), RenderContext(fonts=fonts))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert any(name.endswith(".odttf") for name in file.namelist()) == carried
        assert "Vazirmatn" in file.read("word/fontTable.xml").decode("utf-8")


def test_any_name_of_a_font_may_stand_in_the_word_across_the_page() -> None:
    document = replace(samples.RICH, typography=Typography(font='Titr & <Nazanin> "ن"'))
    content = made(document, Imprint(draft=True, made_at=MADE))
    (path, *_) = [one for one in parts(content)[2].iter() if one.tag.endswith("}textpath") and one.get("string")]
    assert 'Titr & <Nazanin> "ن"' in path.get("style")


@pytest.mark.parametrize(
    ("imprint", "mark"),
    [
        (Imprint(draft=True, made_at=MADE), "پیش‌نویس"),
        (Imprint(sample=True, made_at=MADE, code="ABCDEFGHIJKLMNOP"), "نمونه"),
        (Imprint(void=True, made_at=MADE, code="ABCDEFGHIJKLMNOP"), "باطل"),
    ],
    ids=["draft", "sample", "void"],
)
def test_what_the_paper_is_not_stands_across_every_page(imprint: Imprint, mark: str) -> None:
    content = made(samples.RICH, imprint)
    shapes = [
        one.get("string") for part in parts(content) for one in part.iter("{urn:schemas-microsoft-com:vml}textpath")
    ]
    assert shapes.count(mark) == 2, "first page and later pages"
    feet = [_text(part) for part in parts(content)[-2:]]
    assert all(mark in foot for foot in feet)
    assert all(("ABCDEFGHIJKLMNOP" in foot) == imprint.void for foot in feet)


def test_the_sheet_and_the_sizes_are_those_the_office_wants() -> None:
    wanted = Typography(size=120, sheet=Sheet.A5, margins=Margins(right=20, left=12, top=18, bottom=20))
    section = Document(io.BytesIO(made(replace(samples.RICH, typography=wanted)))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.right_margin is not None
    assert (round(section.page_width.mm), round(section.page_height.mm), round(section.right_margin.mm)) == (
        148,
        210,
        20,
    )
    styles = {
        one.style_id: one.element for one in Document(io.BytesIO(made(replace(samples.RICH, typography=wanted)))).styles
    }
    assert styles["Title"].find(f"{qn('w:rPr')}/{qn('w:szCs')}").get(qn("w:val")) == str(round(16 * 2 * wanted.scale))


def test_what_xml_cannot_hold_is_shown_and_never_lost() -> None:
    (item, *rest) = samples.RICH.agenda
    broken = replace(samples.RICH, agenda=(replace(item, title="آغاز\ud800پایان\u202e وارونه"), *rest))
    text = "".join(_text(part) for part in parts(made(broken)))
    assert "آغاز\ufffdپایان وارونه" in text


SHEETS = {
    "A4": Typography(),
    "A5": Typography(sheet=Sheet.A5, margins=Margins(right=20, left=12)),
    "large": Typography(size=125),
}


@pytest.mark.parametrize("typography", SHEETS.values(), ids=SHEETS.keys())
def test_columns_hold_their_longest_word_and_fill_the_sheet(typography: Typography) -> None:
    document = replace(samples.RICH, typography=typography)
    setter = Typesetter(made_papers.fonts(), typography)
    sheet = {Sheet.A4: 210, Sheet.A5: 148}[typography.sheet]
    room = (sheet - typography.margins.right - typography.margins.left) * MM
    tables = Document(io.BytesIO(made(document))).element.body.findall(qn("w:tbl"))
    assert len(tables) == 5
    for table in tables:
        widths = [int(one.get(qn("w:w"))) / 20 for one in table.iter(qn("w:gridCol"))]
        assert sum(widths) == pytest.approx(room, abs=0.5)
        for row in table.iter(qn("w:tr")):
            for cell, width in zip(row.iter(qn("w:tc")), widths, strict=True):
                for line in cell.iter(qn("w:p")):
                    style = design_of(line.pPr.pStyle.val)
                    needed = FaParagraph(setter, _text(line).replace(MARK, ""), style).minWidth()
                    assert needed <= width - 6, _text(line)


def test_a_word_as_wide_as_the_sheet_takes_no_room_from_the_others() -> None:
    document = replace(samples.RICH, resolutions=(replace(samples.RICH.resolutions[0], executor="ب" * 300),))
    table = Document(io.BytesIO(made(document))).element.body.findall(qn("w:tbl"))[3]
    assert min(int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))) > 10 * 56


def test_a_character_that_the_font_lacks_does_not_stop_the_word_file() -> None:
    document = replace(samples.RICH, resolutions=(replace(samples.RICH.resolutions[0], executor="واحد \U0001f600"),))
    assert "\U0001f600" in _said(made(document))


@pytest.mark.parametrize("typography", SHEETS.values(), ids=SHEETS.keys())
def test_names_and_reference_lines_of_the_letterhead_stand_in_one_line(typography: Typography) -> None:
    (table,) = parts(made(replace(samples.RICH, typography=typography)))[2].findall(qn("w:tbl"))
    widths = [int(one.get(qn("w:w"))) / 20 for one in table.iter(qn("w:gridCol"))]
    assert widths[0] == pytest.approx(widths[2], abs=0.1), "the invocation stands in the middle of the sheet"
    setter = Typesetter(made_papers.fonts(), typography)
    names = [FaParagraph(setter, name, design_of("HeaderParty")) for name in samples.RICH.letterhead.parties]
    assert max(name.natural_width() for name in names) <= widths[0]
    references = [_text(line) for line in list(table.iter(qn("w:tc")))[2].iter(qn("w:p"))]
    lines = [FaParagraph(setter, text.replace(MARK, ""), design_of("HeaderReference")) for text in references]
    assert max(line.natural_width() for line in lines) <= widths[2] - 6


# ---- read by another program


OPENED = ("rich", "long", "letter")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the PDF that LibreOffice makes of each; it starts once for all."""
    office = shutil.which("soffice")
    if office is None:
        skip_on_windows("opened by LibreOffice of Debian")
        pytest.skip("NOT PROVED HERE: LibreOffice is missing; `python3 dev.py witnesses` gets it")
    folder = tmp_path_factory.mktemp("libreoffice")
    for name in OPENED:
        (folder / f"{name}.docx").write_bytes(made(ALL[name], SAMPLE))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in OPENED]
    call = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    # the tests' own table of fonts has none; the file brings its fonts along
    machine = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    done = subprocess.run(call, check=False, capture_output=True, timeout=100, env=machine)
    assert done.returncode == 0, done.stderr.decode()
    return folder


def _said(content: bytes) -> str:
    texts = []
    for part in parts(content)[:1]:
        texts += [_text(one) for one in part.iter(qn("w:p"))]
    return "\n".join(texts)


def _words(text: str) -> Counter[str]:
    """Words as they can be had of LibreOffice's PDF: where its reader steers, a word ends.

    It stores the hamza over a final heh before its letter and a lam-alef the wrong way round, and steers between a
    letter and a number that touch.
    """
    text = re.sub("(?<=[آ-ی])(?=[۰-۹])", " ", text)
    text = re.sub("[\u200e\u202a-\u202e]", " ", text.replace("\u0654", ""))
    return extractors.words(re.sub("[ال]+", lambda run: "".join(sorted(run[0])), text))


@pytest.mark.slow
@pytest.mark.parametrize("name", OPENED)
def test_libreoffice_opens_it_and_shows_every_word(name: str, opened: Path, tmp_path: Path) -> None:
    found = extractors.pdftotext((opened / f"{name}.pdf").read_bytes(), tmp_path)
    wanted, got = _words(_said(made(ALL[name], SAMPLE))), _words(found)
    lost = wanted - got
    assert lost == Counter()


@pytest.mark.slow
def test_a_phone_number_keeps_its_order_in_libreoffice(opened: Path, tmp_path: Path) -> None:
    assert "011-33334444" in extractors.pdftotext((opened / "letter.pdf").read_bytes(), tmp_path)


def test_a_blank_is_captioned_and_every_foot_says_the_class() -> None:
    head = replace(samples.RICH.letterhead, classification="confidential")
    content = made(replace(samples.RICH, letterhead=head))
    said = [_text(paragraph) for paragraph in all_of(content, "p")]
    signers = len(samples.RICH.signers)
    assert sum(text.startswith("امضا:") for text in said) == signers
    assert sum(text.startswith("ملاحظه / نظر مخالف:") for text in said) == signers
    assert [("طبقه‌بندی: محرمانه" in _text(part)) for part in parts(content)[-2:]] == [True] * 2
