"""The archive form of a file (PDF/A): made ready, saved in equal bytes, and refused where a rule is broken."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import Final

from pikepdf import Pdf, pdfa

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.paper_kinds import Profile

_FLAVOURS: Final = {Profile.A_3B: "3b", Profile.A_2B: "2b", Profile.A_1B: "1b"}
_log = logging.getLogger(__name__)


def prepare(opened: Pdf, profile: Profile, made_at: str, producer: str) -> None:
    """Output intent, XMP and what else the form asks for; the day is the record's, not today's.

    The file says nothing of PDF/UA although it is tagged: the mark needs a description in the XMP that the check
    of the archive form does not know, and an archive form that is proved comes first.
    """
    pdfa.prepare(opened, _FLAVOURS[profile])
    with opened.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["xmp:MetadataDate"] = made_at
        metadata["pdf:Producer"] = producer
    opened.docinfo["/Producer"] = producer


def save(opened: Pdf, profile: Profile) -> bytes:
    """The bytes of the file; raises ``EnvironmentProblem("pdf_not_archival")`` rather than write a broken one."""
    report = pdfa.check(opened, _FLAVOURS[profile], deterministic_id=True)
    if not report.passed:
        for finding in report.findings[:20]:
            _log.error("PDF/A-%s: %s", _FLAVOURS[profile], finding)
        raise EnvironmentProblem("pdf_not_archival", profile=profile.value)
    out = BytesIO()
    opened.save(out, **report.save_kwargs)
    return out.getvalue()
