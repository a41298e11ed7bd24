"""Names of the records that a check found something wrong with, as the history tells them."""

from __future__ import annotations

from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.findings import Finding
from desktop_app.domain.read_models.history import FOLLOWED, RecordKey
from desktop_app.services.context import Context
from desktop_app.services.history.history import record_named


def name_of(context: Context, finding: Finding) -> str:
    """The record with its meeting or number, and its class; empty where it has no name, or where the damage took it."""
    if finding.subject not in FOLLOWED or not finding.id:
        return ""
    try:
        return context.paper.history.name_with_class(record_named(context, RecordKey(finding.subject, finding.id)))
    except (Refused, ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
        # the very record is what cannot be read
        return ""
