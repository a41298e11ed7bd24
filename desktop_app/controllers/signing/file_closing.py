"""The question before a meeting's file is closed, which has no way back: what it means, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.errors import Refused
from desktop_app.domain.rules.notices import NoticeStand
from desktop_app.services.context import Context
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.scans.scans_sheet import scans_sheet
from desktop_app.text.minutes import signing as words
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.tokens import Tone


def sure_to_close(dialogs: Dialogs, notice: NoticeStand, missing: Sequence[int]) -> bool:
    """Whether the file is to be closed; ``missing`` are the originals without a scan. To leave it open is proposed."""
    text = words.ask_close(notice.waiting, len(notice.corrected), missing)
    choices = (Choice("stay", words.KEEP_OPEN), Choice("close", words.CLOSE))
    return dialogs.ask(Question(words.ASK_CLOSE, text, choices, Tone.WARNING)) == "close"


def sure_to_close_over(dialogs: Dialogs, context: Context, version_id: int | None) -> bool:
    """The same of a meeting by its minutes, None for none; whether it may be closed over them the act will say."""
    if version_id is None:
        return sure_to_close(dialogs, NoticeStand(), ())
    try:
        notice, missing = paper_sheet(context, version_id).notice, scans_sheet(context, version_id).missing
    except Refused:
        # minutes that cannot be read hold no question: what it means is told all the same
        return sure_to_close(dialogs, NoticeStand(), ())
    return sure_to_close(dialogs, notice, missing)
