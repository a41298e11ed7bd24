"""Check 15: what a paper says can be read aloud: language, title, headings, tables, lists and pictures in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.documents.register_documents import RegisterDocument
from desktop_app.printing.engine.layout.canvas import canvas_of_program
from desktop_app.printing.engine.layout.flow import Page, PageBreak, render
from desktop_app.printing.engine.layout.marks import draw_picture, draw_qr
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Block
from desktop_app.printing.engine.layout.structure import Node
from desktop_app.printing.engine.pdf.finish import finish
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers import alignment_matrix_pdf, register_pdf
from tests.emblem import emblem
from tests.printing import made_papers, office_samples
from tests.printing import minutes_reader as reader
from tests.printing import report_documents as reports
from tests.printing import sample_documents as samples
from tests.printing.checks.test_check_14 import findings
from tests.printing.every_paper import SAMPLES, every_paper, every_paper_and_form, paper, parts
from tests.printing.oracles import extractors, structure
from tests.printing.report_reader import MADE
from tests.whole import deciding


def ua_errors(pdf: bytes, folder: Path) -> list[str]:
    """Errors by the rules of PDF/UA-1 that can be judged here."""
    path = folder / "tagged.pdf"
    path.write_bytes(pdf)
    report = pdfua.validate(str(path))
    return [finding.message for finding in report.findings if finding.severity is pdfua.Severity.ERROR]


@cache
def tagged_paper(name: str) -> structure.Tagged:
    """The structure of a sample's paper, read once."""
    return structure.read(paper(name))


def letters(text: str) -> list[str]:
    """Letters whatever their order, without blanks and joiners."""
    return sorted(letter for letter in text if letter.isalnum())


@every_paper_and_form
def test_no_errors_of_accessibility(name: str, profile: Profile, tmp_path: Path) -> None:
    assert ua_errors(paper(name, profile), tmp_path) == []


@every_paper
def test_every_mark_has_its_element_and_no_ink_is_unmarked(name: str) -> None:
    tagged = tagged_paper(name)
    assert tagged.faults == []
    assert letters("".join(kind + text for _, kind, text in tagged.artifacts))


@every_paper
def test_language_title_and_marks(name: str) -> None:
    with pikepdf.open(BytesIO(paper(name))) as opened:
        assert str(opened.Root.Lang) == "fa-IR"
        assert bool(opened.Root.MarkInfo.Marked)
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        assert str(opened.docinfo["/Title"])
        assert [int(page.obj.StructParents) for page in opened.pages] == list(range(len(opened.pages)))


@every_paper
def test_headings_leave_no_level_out(name: str) -> None:
    levels = [int(e.role[1]) for e in tagged_paper(name).root.all() if e.role in ("H1", "H2", "H3")]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    assert levels[:1] in ([1], []), name
    assert levels or SAMPLES[name].kind == "letter"


@every_paper
def test_pictures_are_told(name: str) -> None:
    figures = tagged_paper(name).root.find("Figure")
    said = [figure.alternative.split(" ")[0] for figure in figures]
    coded = SAMPLES[name].kind is PaperKind.MINUTES and not SAMPLES[name].draft
    wanted = ["نشان", "کد"] if coded else ["نشان"]
    assert said == wanted * parts(SAMPLES[name].document), "one letterhead for each letter, a code for final minutes"
    assert all("/BBox" in figure.attributes for figure in figures)


def test_the_letterhead_is_read_first_and_header_and_footer_never() -> None:
    tagged = structure.read(reader.paper(samples.RICH))
    first = tagged.root.kids[0]
    assert first.role == "Sect"
    assert letters(samples.RICH.letterhead.parties[0]) in [letters(line.own) for line in first.kids]
    kinds = {kind for _, kind, _ in tagged.artifacts}
    assert {"/Header", "/Footer"} <= kinds
    with pikepdf.open(BytesIO(reader.paper(samples.RICH, reader.SAMPLE))) as opened:
        assert all(b"/Subtype/Watermark>> BDC" in page.Contents.read_bytes() for page in opened.pages)


def test_letterheads_of_later_pages_are_read_where_they_stand() -> None:
    setter = Typesetter(made_papers.fonts())

    def decorate(page: Page) -> None:
        if page.number % 2:
            with page.canvas.content(Node("Sect"), ahead=True):
                page.place(FaParagraph(setter, f"head {page.number}", made_papers.style()), 30, 800, 300)
            draw_qr(page.canvas, "code", 30, 10, 30, words=f"picture {page.number}")

    story = [part for n in range(1, 5) for part in (FaParagraph(setter, f"text {n}", made_papers.style()), PageBreak())]
    pages = render(setter, story[:-1], replace(made_papers.sheet(400), decorate=decorate))
    root = structure.read(finish(pages, title="نمونه")).root
    order = [kid.alternative or kid.letters for kid in root.kids]
    assert order == ["head 1", "text 1", "picture 1", "text 2", "head 3", "text 3", "picture 3", "text 4"]


def test_columns_are_headed_once_and_again_only_as_decoration() -> None:
    many = replace(samples.RICH, resolutions=samples.RICH.resolutions * 6)
    tagged = structure.read(reader.paper(many))
    table = max(tagged.root.find("Table"), key=lambda found: len(found.kids))
    heads = table.find("TH")
    assert [head.attributes["/Scope"] for head in heads] == ["/Column"] * 4
    assert letters(heads[1].letters) == letters("شرح")
    assert len(table.find("TR")) == len(many.resolutions) + 1
    pages = {page for cell in table.find("TD") for page in cell.pages}
    assert len(pages) > 2
    again = [page for page, kind, text in tagged.artifacts if kind == "/Layout" and letters(text) == letters("شرح")]
    assert set(again) >= pages - {min(pages)}


def test_a_row_over_pages_stays_one_row() -> None:
    tagged = structure.read(reader.paper(samples.LONG_RESOLUTION))
    longest = max(tagged.root.find("TD"), key=lambda cell: len(cell.letters))
    assert len({page for part in longest.all() for page in part.pages}) > 1
    source = max((line.text for line in samples.LONG_RESOLUTION.resolutions), key=len)
    assert len(longest.letters) > len(source) * 0.9


def test_a_paragraph_over_pages_stays_one_paragraph() -> None:
    setter = Typesetter(made_papers.fonts())
    text = "واژه " * 3000
    pages = render(setter, [FaParagraph(setter, text, made_papers.style())], made_papers.sheet(400))
    tagged = structure.read(finish(pages, title="نمونه"))
    (only,) = tagged.root.find("P")
    assert len(only.pages) > 1
    assert letters(only.own) == letters(text)


def test_the_agenda_is_a_list_and_signers_are_a_table_without_the_gutter() -> None:
    tagged = structure.read(reader.paper(samples.RICH))
    agenda = tagged.root.find("L")[0]
    assert len(agenda.find("LI")) == len(samples.RICH.agenda)
    assert letters(agenda.find("Lbl")[0].letters) == letters("اول")
    signers = tagged.root.find("Table")[-1]
    assert [letters(head.letters) for head in signers.find("TH")] == [letters(p.name) for p in samples.RICH.parties]


def test_letters_begin_with_their_addressee_and_their_lists_are_lists() -> None:
    tagged = structure.read(paper("whole letter"))
    first = next(element for element in tagged.root.all() if element.role in ("H1", "H2", "H3"))
    assert (first.role, letters(first.letters)) == ("H1", letters("مهرداد ستوده‌منش"))
    letter = office_samples.WHOLE_LETTER
    assert [len(one.find("LI")) for one in tagged.root.find("L")] == [len(letter.attachments), len(letter.copies_to)]
    invited = structure.read(paper("invitations"))
    heads = [element for element in invited.root.all() if element.role == "H1"]
    assert len(heads) == len(office_samples.INVITATION.addressees)


def test_a_picture_on_many_pages_is_in_the_file_once() -> None:
    setter = Typesetter(made_papers.fonts())

    def decorate(page: Page) -> None:
        draw_picture(page.canvas, emblem(), 300, 780, (60, 60), words="نشان" if page.number == 1 else "")

    story = [part for n in range(4) for part in (FaParagraph(setter, "متن", made_papers.style()), PageBreak())]
    pdf = finish(render(setter, story[:-1], replace(made_papers.sheet(400), decorate=decorate)), title="نمونه")
    with pikepdf.open(BytesIO(pdf)) as opened:
        pictures = [o for o in opened.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        assert len(opened.pages) == 4
        assert len(pictures) == 1
        assert "/SMask" not in pictures[0]
    tagged = structure.read(pdf)
    assert tagged.faults == []
    assert [figure.alternative for figure in tagged.root.find("Figure")] == ["نشان"]


def test_bookmarks_lead_to_every_heading() -> None:
    with pikepdf.open(BytesIO(reader.paper(samples.RICH))) as opened, opened.open_outline() as outline:
        assert [str(item.title) for item in outline.root] == [str(opened.docinfo["/Title"])]
        titles = [str(item.title) for item in outline.root[0].children]
        assert titles[0] == "حاضران و غایبان"
        headings = structure.read(reader.paper(samples.RICH)).root
        assert len(titles) == len(headings.find("H2"))
    with pikepdf.open(BytesIO(paper("letter"))) as opened:
        assert "/Outlines" not in opened.Root


def bookmarks(pdf: bytes) -> dict[str, Any]:
    """Titles, and the titles below each."""

    def below(items: Iterable[Any]) -> dict[str, Any]:
        return {str(item.title): below(item.children) for item in items}

    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        return below(outline.root)


@every_paper_and_form
def test_every_kind_of_paper_has_bookmarks(name: str, profile: Profile) -> None:
    found = bookmarks(paper(name, profile))
    if name == "letter":
        assert not found, "a plain letter is one text without headings"
    else:
        assert any(found.values()), "a title and what stands below it"


def test_the_register_is_bookmarked_by_meetings_and_the_whole_of_it_by_years_too() -> None:
    def made(document: RegisterDocument) -> dict[str, Any]:
        pdf = register_pdf.render(document, MADE, made_papers.render_context())
        (below,) = bookmarks(pdf).values()
        return dict(below)

    lines = [replace(reports.REGISTER.lines[0], meeting=meeting, day=day) for meeting, day in
             ((1, "2022-12-01"), (1, "2022-12-01"), (2, "2023-02-01"), (3, "2023-05-01"))]  # fmt: skip
    register = replace(reports.REGISTER, lines=tuple(lines))
    meetings = ["جلسهٔ\u00a0۱، ۱۴۰۱/۰۹/۱۰", "جلسهٔ\u00a0۲، ۱۴۰۱/۱۱/۱۲", "جلسهٔ\u00a0۳، ۱۴۰۲/۰۲/۱۱"]
    found = made(register)
    assert list(found) == meetings
    assert not any(found.values())
    whole = made(replace(register, year=0))
    assert {year: list(below) for year, below in whole.items()} == {
        "سال\u00a0۱۴۰۱": meetings[:2],
        "سال\u00a0۱۴۰۲": meetings[2:],
    }


@pytest.mark.parametrize("units", [6, 40])
def test_the_matrix_is_bookmarked_by_resolutions_in_each_of_its_parts(units: int) -> None:
    document = reports.matrix(units, 4)
    pdf = alignment_matrix_pdf.render(document, MADE, made_papers.render_context())
    (found,) = bookmarks(pdf).values()
    parts = [found] if units == 6 else list(found.values())
    assert units == 6 or len(parts) > 1
    for part in parts:
        assert [title.split(":")[0] for title in part] == [row.number for row in document.rows]


def test_unmarked_ink_would_be_seen(tmp_path: Path) -> None:
    class Bare(Block):
        def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
            return available_width, 10

        def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0) -> None:  # noqa: N803
            canvas_of_program(canvas).add(f"{x} {y} 10 10 re f")

    setter = Typesetter(made_papers.fonts())
    pages = render(setter, [FaParagraph(setter, "متن", made_papers.style()), Bare()], made_papers.sheet(400))
    assert structure.read(finish(pages, title="نمونه")).faults == ["page 0: f outside any mark"]


def test_a_table_without_heads_would_be_an_error(tmp_path: Path) -> None:
    data = reader.paper(samples.RICH)
    with pikepdf.open(BytesIO(data)) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name.TH:
                item.S = pikepdf.Name.TD
        out = BytesIO()
        opened.save(out)
    assert ua_errors(out.getvalue(), tmp_path)


@pytest.mark.parametrize("name", deciding(SAMPLES, {"minutes", "whole letter", "matrix", "invitations"}))
def test_tags_do_not_change_what_is_copied(name: str, tmp_path: Path) -> None:
    """Between them these have every kind of element, and several parts in one file."""
    with pikepdf.open(BytesIO(paper(name))) as opened:
        del opened.Root.StructTreeRoot, opened.Root.MarkInfo
        for page in opened.pages:
            kept = [one for one in pikepdf.parse_content_stream(page) if str(one.operator) not in ("BDC", "BMC", "EMC")]
            page.Contents = opened.make_stream(pikepdf.unparse_content_stream(kept))
        out = BytesIO()
        opened.save(out)
    for read in extractors.READERS.values():
        assert read(paper(name), tmp_path) == read(out.getvalue(), tmp_path)


@pytest.mark.slow
def test_more_elements_than_one_array_of_the_oldest_form_holds() -> None:
    setter = Typesetter(made_papers.fonts())
    story = (FaParagraph(setter, "متن", made_papers.style(size=6.0)) for _ in range(9000))
    pages = render(setter, story, made_papers.sheet(400))
    pdf = finish(pages, title="نمونه", profile=Profile.A_1B)
    assert findings(pdf, Profile.A_1B) == []
    tagged = structure.read(pdf)
    assert tagged.faults == []
    assert [len(part.kids) for part in tagged.root.kids] == [8000, 1000]


@pytest.mark.parametrize("name", ["minutes", "letter"])
def test_no_replacement_text(name: str) -> None:
    with pikepdf.open(BytesIO(paper(name))) as opened:
        assert not any(isinstance(item, pikepdf.Dictionary) and "/ActualText" in item for item in opened.objects)
