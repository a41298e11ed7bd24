"""Check 14: every paper is a proved archive file in the form that was asked for, and whole to a strict reader."""

from __future__ import annotations

import logging
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.documents.snapshots import canonical_json, document_from_json
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.engine.pdf.archive import attached_file
from desktop_app.printing.engine.pdf.finish import finish
from tests.printing import made_papers
from tests.printing.every_paper import EACH_FORM, SAMPLES, every_paper, every_paper_and_form, paper
from tests.validators.asked import run_validator
from tests.whole import deciding

FLAVOURS = {Profile.A_3B: "3b", Profile.A_2B: "2b", Profile.A_1B: "1b"}


def findings(pdf: bytes, profile: Profile) -> list[str]:
    """What the validator has against the bytes."""
    return [str(finding) for finding in pdfa.validate_written(BytesIO(pdf), FLAVOURS[profile]).findings]


@every_paper_and_form
def test_no_findings(name: str, profile: Profile) -> None:
    assert findings(paper(name, profile), profile) == []


@pytest.mark.parametrize("name", deciding(SAMPLES, EACH_FORM))
def test_another_form_is_not_claimed(name: str) -> None:
    """Those decide that differ in what a form changes."""
    assert findings(paper(name), Profile.A_1B)


@every_paper_and_form
def test_a_strict_reader_finds_the_file_whole(name: str, profile: Profile, tmp_path: Path) -> None:
    path = tmp_path / "whole.pdf"
    path.write_bytes(paper(name, profile))
    told = run_validator("qpdf", "qpdf", "--check", str(path), ends_well=False)
    assert told.code == 0, told.out + told.err


@pytest.mark.usefixtures("proved")
def test_pages_that_break_a_rule_are_refused(log_errors: list[logging.LogRecord]) -> None:
    pages = made_papers.paragraph_pages(["متن"])
    bare = replace(pages, pdf=pages.pdf.replace(b"/FontFile2", b"/FontFileX"))
    with pytest.raises(EnvironmentProblem) as refused:
        finish(bare, title="نمونه")
    assert (refused.value.key, refused.value.facts) == ("pdf_not_archival", {"profile": "a-3b"})
    assert any("not embedded" in record.getMessage() for record in log_errors)
    log_errors.clear()


@every_paper
def test_the_document_goes_along_and_comes_back_equal(name: str) -> None:
    document = SAMPLES[name].document
    source = attached_file(paper(name))
    assert source.content.decode("utf-8") == canonical_json(document)
    assert document_from_json(type(document), source.content.decode("utf-8")) == document
    with pikepdf.open(BytesIO(paper(name))) as opened:
        (found,) = opened.Root.AF
        assert found.AFRelationship == pikepdf.Name.Source
        assert found.EF.F.Subtype == pikepdf.Name("/application/json")
        assert str(found.EF.F.Params.ModDate) == str(opened.docinfo["/ModDate"])
        assert str(found.F) == str(found.UF) == source.name
        assert list(opened.attachments) == [source.name]


def test_the_name_of_the_source_tells_number_and_version() -> None:
    assert attached_file(paper("minutes")).name == "minutes-3-v1.json"
    assert attached_file(paper("letter")).name == "letter.json"


@pytest.mark.parametrize("profile", [Profile.A_2B, Profile.A_1B])
def test_forms_without_attachments_have_none(profile: Profile) -> None:
    with pytest.raises(EnvironmentProblem) as refused:
        attached_file(paper("minutes", profile))
    assert refused.value.key == "pdf_without_source"


def test_what_is_no_pdf_has_no_source() -> None:
    with pytest.raises(EnvironmentProblem) as refused:
        attached_file(b"no pdf")
    assert refused.value.key == "pdf_unreadable"


def test_version_1_4_without_object_streams_for_the_oldest_form() -> None:
    data = paper("minutes", Profile.A_1B)
    assert data.startswith(b"%PDF-1.4")
    assert b"/ObjStm" not in data
    assert b"/ObjStm" in paper("minutes")
