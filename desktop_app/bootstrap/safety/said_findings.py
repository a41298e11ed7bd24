"""Sentences about what a check found in an open office, each record by its name. Reads: not for the window's thread."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.read_models.findings import Finding
from desktop_app.services.history.found_names import name_of
from desktop_app.text.found import found
from desktop_app.wiring import Office


def said(office: Office, findings: Sequence[Finding]) -> tuple[str, ...]:
    """One sentence a finding, in their order."""
    names = {(one.subject, one.id): one for one in findings}
    known = {key: name_of(office.context, one) for key, one in names.items()}
    return tuple(found(one.kind, one.subject, one.id, known[one.subject, one.id]) for one in findings)
