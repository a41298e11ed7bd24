"""Every kind of paper that the program makes, as samples for the checks that hold for all of them.

A new kind adds one line to :data:`SAMPLES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Any

import pytest

from desktop_app.domain.documents.appearance import Sheet, Typography
from desktop_app.domain.documents.document_kinds import SALVAGE_REPORT
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.printing.papers import (
    agenda_pack_pdf,
    alignment_matrix_pdf,
    attendance_sheet_pdf,
    delivery_slip_pdf,
    extract_pdf,
    history_pdf,
    invitation_pdf,
    letter_pdf,
    letters_register_pdf,
    list_pdf,
    minutes_pdf,
    monthly_report_pdf,
    register_pdf,
    reminder_pdf,
    salvage_report_pdf,
    year_book_pdf,
)
from desktop_app.printing.stationery.office_paper import RenderContext
from tests.emblem import emblem
from tests.printing import letter_registers as letters
from tests.printing import made_papers
from tests.printing import office_samples as office
from tests.printing import report_documents as reports
from tests.printing import sample_documents as samples
from tests.printing.generated_year import generated_year
from tests.printing.oracles import corpus
from tests.printing.salvage_samples import SALVAGE
from tests.whole import deciding


@dataclass(frozen=True, slots=True)
class Sample:
    """A frozen document and what makes its paper."""

    kind: PaperKind | str
    """Of an order, or what the papers that come without one are called."""
    document: Any
    render: Callable[[Any, Imprint, RenderContext], bytes]
    draft: bool = False
    """Not final: with its mark across each page and without a code."""


SAMPLES: dict[str, Sample] = {
    "minutes": Sample(PaperKind.MINUTES, samples.RICH, minutes_pdf.render),
    "draft": Sample(PaperKind.MINUTES, samples.DRAFT, minutes_pdf.render, draft=True),
    "inquorate": Sample(PaperKind.MINUTES, samples.INQUORATE, minutes_pdf.render),
    "long minutes": Sample(PaperKind.MINUTES, samples.LONG_RESOLUTION, minutes_pdf.render),
    "bare minutes": Sample(PaperKind.MINUTES, samples.BARE, minutes_pdf.render),
    "correction": Sample(PaperKind.MINUTES, reports.CORRECTION, minutes_pdf.render),
    "monthly report": Sample(PaperKind.MONTHLY_REPORT, reports.REPORT, monthly_report_pdf.render),
    "quiet month": Sample(PaperKind.MONTHLY_REPORT, reports.QUIET_REPORT, monthly_report_pdf.render),
    "matrix": Sample(
        PaperKind.ALIGNMENT_MATRIX,
        replace(reports.matrix(12, 6), typography=Typography(sheet=Sheet.A3)),
        alignment_matrix_pdf.render,
    ),
    "matrix in parts": Sample(PaperKind.ALIGNMENT_MATRIX, reports.matrix(12, 6), alignment_matrix_pdf.render),
    "register": Sample(PaperKind.REGISTER, reports.REGISTER, register_pdf.render),
    "history": Sample(PaperKind.HISTORY, reports.HISTORY, history_pdf.render),
    "salvage report": Sample(SALVAGE_REPORT, SALVAGE, salvage_report_pdf.render),
    "list": Sample(PaperKind.LIST, letters.LIST, list_pdf.render),
    "letters register": Sample(PaperKind.LETTERS_REGISTER, letters.REGISTER, letters_register_pdf.render),
    "delivery slip": Sample(PaperKind.DELIVERY_SLIP, letters.SLIP, delivery_slip_pdf.render),
    "year book": Sample(PaperKind.YEAR_BOOK, generated_year(3), year_book_pdf.render),
    "invitations": Sample(PaperKind.INVITATION, office.INVITATION, invitation_pdf.render),
    "attendance sheet": Sample(PaperKind.ATTENDANCE_SHEET, office.ATTENDANCE, attendance_sheet_pdf.render),
    "agenda pack": Sample(PaperKind.AGENDA_PACK, office.PACK, agenda_pack_pdf.render),
    "extract": Sample(PaperKind.EXTRACT, office.EXTRACT, extract_pdf.render),
    "reminders": Sample(PaperKind.REMINDER, office.REMINDER, reminder_pdf.render),
    "whole letter": Sample(PaperKind.LETTER, office.WHOLE_LETTER, letter_pdf.render),
    "letter": Sample(PaperKind.LETTER, samples.letter("\n".join(corpus.lines())), letter_pdf.render),
}
every_paper = pytest.mark.parametrize("name", SAMPLES)
EACH_KIND = tuple({sample.kind: name for name, sample in reversed(SAMPLES.items())}.values())
"""The first sample of each kind of paper."""
each_kind = pytest.mark.parametrize("name", deciding(SAMPLES, EACH_KIND))
"""For what a kind of paper decides, whatever stands in it; every sample with ``--whole``."""
EACH_FORM = ("minutes", "invitations", "year book", "letter")
"""Tables with a code, several letters in one file, many bookmarks, and a file without bookmarks."""
every_paper_and_form = pytest.mark.parametrize(
    ("name", "profile"),
    deciding(
        product(SAMPLES, Profile), {*product(SAMPLES, [Profile.A_3B]), *product(EACH_FORM, Profile)}, several=True
    ),
)
"""Each paper in the usual archive form, and those in each form that differ in what a form changes: what is attached,
the version of the file, and how structure and bookmarks are written. The pages are the same in all forms. With
``--whole`` each paper is judged in each form.
"""


def parts(document: Any) -> int:
    """How many letters a paper holds; each has its own letterhead and counts its own pages."""
    return len(getattr(document, "letters", ())) or len(getattr(document, "addressees", ())) or 1


@cache
def paper(name: str, profile: Profile = Profile.A_3B) -> bytes:
    """The paper of a sample, with a logo; final unless the sample says otherwise."""
    return made_again(name, profile)


def made_again(name: str, profile: Profile = Profile.A_3B) -> bytes:
    """The same, not remembered. Only minutes have a code, as in the program."""
    sample = SAMPLES[name]
    imprint = replace(samples.final_imprint(sample.document), logo=emblem(), draft=sample.draft)
    if sample.kind is not PaperKind.MINUTES:
        imprint = replace(imprint, code="")
    return sample.render(sample.document, imprint, replace(made_papers.render_context(), profile=profile))
