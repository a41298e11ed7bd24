"""Lines of the preview of a file of past records: what is wrong in it, or what would be recorded as it was read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

from desktop_app.domain.calendar.jalali import format_date, format_words
from desktop_app.domain.read_models.template_words import TakingOverWords
from desktop_app.domain.taking_over.past_records import PastMeeting, PastResolution, RowFault
from desktop_app.domain.text.digits import record_number
from desktop_app.services.taking_over.importing import Judged
from desktop_app.text.shared.parts import filled
from desktop_app.text.shared.refusals import sentence
from desktop_app.text.taking_over import taking_over as words

Line = tuple[str, str]
"""What stands below in small letters, and the sentence."""
_DOT = " · "


def fault_lines(judged: Judged, known: TakingOverWords, most: int) -> list[Line]:
    """Place and sentence of each fault."""
    return _lines(judged, judged.faults[:most], known)


def preview_lines(judged: Judged, known: TakingOverWords, most: int) -> list[Line]:
    """Every new record with its days as they were understood: a swapped day and month is seen before it is stored.

    First what is odd about them.
    """
    meetings = (_meeting(one) for one in judged.meetings)
    resolutions = (_resolution(one, known) for one in judged.resolutions)
    return list(islice(chain(_lines(judged, judged.doubts, known), meetings, resolutions), most))


def _lines(judged: Judged, rows: Sequence[RowFault], known: TakingOverWords) -> list[Line]:
    return [(words.place(one.sheet, one.row, judged.column(one, known)), sentence(one.broken)) for one in rows]


def _meeting(one: PastMeeting) -> Line:
    told = _DOT.join(filled(one.place, one.subject))
    return told, words.meeting_line(one.number, format_words(one.day))


def _resolution(one: PastResolution, known: TakingOverWords) -> Line:
    due = words.due(format_date(one.deadline.day)) if one.deadline.day is not None else ""
    state = known.states[one.state.value][0]
    parts = (words.resolution_place(record_number(one.number), one.meeting), due, state)
    return _DOT.join(filled(*parts)), one.text
