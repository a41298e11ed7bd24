"""Check 13: fonts lie in the file, cut to what is used, with their text; no Helvetica and no slide-show effect."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.printing.engine.pdf.finish import finish
from tests.printing import made_papers
from tests.printing.every_paper import every_paper_and_form, paper
from tests.printing.oracles import corpus
from tests.validators.asked import run_validator


def font_faults(pdf: bytes, folder: Path) -> list[str]:
    """What Poppler says of each font, and names that must not occur in the file."""
    path = folder / "fonts.pdf"
    path.write_bytes(pdf)
    told = run_validator("pdffonts", "poppler-utils", str(path))
    rows = [line.split() for line in told.out.splitlines()[2:]]
    faults = [f"pdffonts: {line}" for line in told.err.splitlines()]
    # … emb sub uni object generation
    faults += [" ".join(row) for row in rows if row[-5:-2] != ["yes", "yes", "yes"] or "CID" not in row]
    return faults + [f"no font at all in {len(pdf)} bytes"] * (not rows) + _object_faults(pdf)


def _object_faults(pdf: bytes) -> list[str]:
    faults = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            faults += ["a page has /Trans"] * ("/Trans" in page.obj)
            for name, font in page.resources.get("/Font", {}).items():
                faults += [f"{name} is written in place"] * (not font.is_indirect)
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item and "Helvetica" in str(item.BaseFont):
                faults.append("Helvetica is named")
    return faults


def _paper() -> bytes:
    return finish(made_papers.paragraph_pages(corpus.lines()), title="نمونه")


def test_fonts_of_the_corpus(tmp_path: Path) -> None:
    assert font_faults(_paper(), tmp_path) == []


def test_fonts_of_a_table(tmp_path: Path) -> None:
    pages = made_papers.table_pages(
        [["ردیف", "شرح"], *([str(number), corpus.lines()[number]] for number in range(20))], [50, None]
    )
    assert font_faults(finish(pages, title="جدول"), tmp_path) == []


@every_paper_and_form
def test_fonts_of_every_paper(name: str, profile: Profile, tmp_path: Path) -> None:
    assert font_faults(paper(name, profile), tmp_path) == []


def test_the_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "whole.pdf"
    path.write_bytes(_paper())
    told = run_validator("qpdf", "qpdf", "--check", str(path), ends_well=False)
    assert told.code == 0, told.out + told.err


def test_the_toolkits_own_page_would_be_seen(tmp_path: Path) -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 72, "plain")
    canvas.showPage()
    canvas.save()
    faults = " ".join(font_faults(out.getvalue(), tmp_path))
    assert "Helvetica" in faults
    assert "/Trans" in faults
    assert "no no no" in faults
