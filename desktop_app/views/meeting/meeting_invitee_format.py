"""Display data of an invitee in words, shapes and colours."""

from __future__ import annotations

from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.rules.invitations import Answer, InviteeRow
from desktop_app.domain.text.digits import record_number
from desktop_app.text.meetings import meeting_agenda as agenda_words
from desktop_app.text.meetings import meeting_invitations as words
from desktop_app.text.registers.registers import INVITATION_ANSWERS
from desktop_app.text.shared.parts import filled
from desktop_app.text.shared.states import DOT
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone


def invitee_content(row: InviteeRow, answer: Answer | None, *, menu: bool) -> ItemContent:
    """Name and office; at the end what was sent; beneath it what he answered, and what is different since."""
    line = row.line
    office = words.under_name(line.post, words.GUEST if line.guest else line.party, line.in_place_of)
    state = (
        words.GONE if row.gone else words.changed([words.PARTS[part] for part in row.changed]) if row.changed else ""
    )
    kept_on = row.sent.kept_later if row.sent is not None else None
    kept = words.kept_later(format_short(kept_on)) if kept_on is not None else ""
    told = words.answered(INVITATION_ANSWERS[answer.value]) if answer is not None else ""
    note = DOT.join(filled(told, state, office, kept))
    shape, tone = _mark(row)
    end = end_of(row)
    return ItemContent(
        line.name,
        note=note,
        end=end,
        shape=shape,
        tone=tone,
        spoken=agenda_words.item_spoken(line.name, note, end, ""),
        quiet=row.gone,
        menu=menu,
    )


def end_of(row: InviteeRow) -> str:
    """When and how the letter went out, or that it did not."""
    sent = row.sent
    if sent is None:
        return words.NOT_SENT
    return words.sent_on(format_short(sent.sent_on), words.WAYS[sent.way], record_number(sent.number))


def _mark(row: InviteeRow) -> tuple[Shape, Tone]:
    if row.gone:
        return Shape.DIAMOND, Tone.WARNING
    if row.changed:
        return Shape.TRIANGLE, Tone.WARNING
    return (Shape.DISC_CHECK, Tone.DONE) if row.sent is not None else (Shape.DASHED_RING, Tone.NEUTRAL)
