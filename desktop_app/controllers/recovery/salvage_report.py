"""Contents of the paper of a salvage, in the words that the page shows."""

from __future__ import annotations

from desktop_app.domain.documents.salvage_report_document import ListedRecord, SalvageContents
from desktop_app.domain.read_models.salvage import SalvageReport
from desktop_app.text import recovery as words
from desktop_app.text.salvage_lines import listed, summary_of


def report_contents(report: SalvageReport, source: str, kept_in: str) -> SalvageContents:
    """What it says; ``source`` is the file that was read, ``kept_in`` where it will be kept."""
    return SalvageContents(
        summary=summary_of(report),
        sources=(words.read_from(source), words.kept_there(kept_in)),
        listed=tuple(ListedRecord(**one._asdict()) for one in listed(report)),
    )
