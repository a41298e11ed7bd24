"""The archive form of a file (PDF/A): made ready, saved in equal bytes, and refused where a rule is broken."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Final

import pikepdf
from pikepdf import Pdf

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.pdf import sampling

if TYPE_CHECKING:
    from pikepdf.pdfa import Report

_FLAVOURS: Final = {Profile.A_3B: "3b", Profile.A_2B: "2b", Profile.A_1B: "1b"}
_log = logging.getLogger(__name__)


def prepare(opened: Pdf, profile: Profile) -> None:
    """Output intent, XMP and what else the form asks for; its day and its maker have to be put right afterwards.

    The file says nothing of PDF/UA although it is tagged: the mark needs a description in the XMP that the check
    of the archive form does not know, and an archive form that is proved comes first.
    """
    from pikepdf import pdfa  # brings two libraries along that only this step needs

    pdfa.prepare(opened, _FLAVOURS[profile])


def saved(opened: Pdf, profile: Profile) -> bytes:
    """The bytes of the file as the form allows them to be written."""
    out = BytesIO()
    save(opened, profile, out)
    return out.getvalue()


def save(opened: Pdf, profile: Profile, out: BinaryIO) -> None:
    """The same into a file that is open for writing."""
    from pikepdf import pdfa

    opened.save(out, **pdfa.resolve_save_kwargs(_FLAVOURS[profile], deterministic_id=True))


def passes(pdf: bytes, profile: Profile) -> bool:
    """Whether the finished bytes of a short paper meet the form's rules."""
    return file_passes(BytesIO(pdf), profile)


def file_passes(pdf: BinaryIO, profile: Profile) -> bool:
    """The same of an open file."""
    from pikepdf import pdfa

    return bool(pdfa.validate_written(pdf, _FLAVOURS[profile]).passed)


def prove(pdf: bytes, profile: Profile, pages: int) -> None:
    """Read the finished bytes and look into them; raises ``EnvironmentProblem("pdf_not_archival")``.

    Of a paper of many pages a sample of them is looked into.
    """
    from pikepdf import pdfa

    if pages <= sampling.LONG:
        _pass_on(pdfa.validate_written(BytesIO(pdf), _FLAVOURS[profile]), profile)
        return
    with pikepdf.open(BytesIO(pdf), inherit_page_attributes=False) as opened:
        sampling.keep_sample(opened)
        _pass_on(pdfa.check(opened, _FLAVOURS[profile], deterministic_id=True), profile)


def _pass_on(report: Report, profile: Profile) -> None:
    if report.passed:
        return
    for finding in report.findings[:20]:
        _log.error("PDF/A-%s: %s", _FLAVOURS[profile], finding)
    raise EnvironmentProblem("pdf_not_archival", profile=profile.value)
