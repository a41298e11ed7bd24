"""Paper checks: codes that were read from signed papers against the data, which alone a whole forgery cannot follow.

Whoever cuts off the newest part of every table together, or computes all evidence anew, leaves data in which nothing
disagrees. The codes that were printed before, of the minutes and of the head of the chain, are then not theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.domain.documents.page_marks import read_mark
from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.text.digits import latin_digits
from desktop_app.storage.store.transaction import Transaction

_CODES: Final = (
    "SELECT hash FROM chain_link UNION SELECT content_hash FROM minutes_version WHERE content_hash <> ''"
    " UNION SELECT content_hash FROM sent_invitation"
    " UNION SELECT content_hash FROM outgoing_paper WHERE content_hash <> ''"
)


def papers_known(codes: Sequence[str], transaction: Transaction) -> Iterator[Finding]:
    """Codes that are neither of a frozen text nor of a link of the chain; small letters and gaps do not matter.

    What a reader of QR codes takes from a page is such a code, too, with page and total after it.
    """
    if not codes:
        return
    known = {_code(digest) for (digest,) in transaction.cells(_CODES)}
    for code in codes:
        if _asked(code) not in known:
            yield Finding(kind=FindingKind.PAPER_UNKNOWN, subject="paper", detail=code)


def _asked(typed: str) -> str:
    """The code in what was typed or read from a page."""
    text = "".join(filter(str.isalnum, latin_digits(typed))).upper()
    mark = read_mark(text)
    return mark.code if mark is not None else text


def _code(digest: str) -> str:
    try:
        return paper_code(digest)
    except ValueError:
        # no hash at all: whoever wrote it was not the program, and other steps name it
        return ""
