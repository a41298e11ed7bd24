"""The scans sheet of a version: which originals have theirs."""

from __future__ import annotations

from desktop_app.domain.read_models.scans import ScansSheet
from desktop_app.services.context import Context


def scans_sheet(context: Context, version_id: int) -> ScansSheet:
    """What shows of the scans of a version."""
    raise NotImplementedError
