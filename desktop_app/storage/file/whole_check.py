"""The whole check of a database: the file, its references, its schema and guards, its values, and what was agreed.

Search and sort columns are derived: they are made anew and never listed.

Apart from the steps of the start, which would wait for all that reads frozen minutes to be loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.evidence.verifying import chain_against_entries
from desktop_app.storage.file.check import OF_ENGINE, ROWS, SHORT, Steps, alone, check
from desktop_app.storage.file.frozen_checks import frozen_texts, sent_texts
from desktop_app.storage.file.integrity import QUESTIONS
from desktop_app.storage.file.paper_checks import papers_known
from desktop_app.storage.file.value_checks import broken_values
from desktop_app.storage.store.transaction import Transaction

STEPS: Final[Steps] = (
    *OF_ENGINE,
    *SHORT,
    ROWS,
    ("chain", chain_against_entries),
    ("values", partial(broken_values, alone=partial(alone, "values"))),
    *QUESTIONS,
    ("frozen", frozen_texts),
    ("letters", sent_texts),
)


def check_whole(transaction: Transaction, papers: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Everything that is wrong; ``papers`` are codes that were read from papers, which the data have to know."""
    return check(transaction, (*STEPS, ("papers", partial(papers_known, papers))))
