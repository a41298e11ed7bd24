"""Actions of a paper's round trip: record signatures, notify the resolutions, close the meeting's file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome, Signed
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import Signature
from desktop_app.domain.rules.notices import Notice
from desktop_app.services.context import Context
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.meetings.meetings import move_meeting
from desktop_app.services.versions import signing
from desktop_app.services.versions.amending import amend
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, ReasonQuestion
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import OpenMinutes
from desktop_app.window.kit.paper_printing import confirm_close
from desktop_app.window.kit.undo_list import HowToUndo, Inverse, undo_by_act
from desktop_app.window.signing.paper_edit_session import PaperEditSession
from desktop_app.words import signing as words
from desktop_app.words.refusals import sentence

Made = TypeVar("Made", bound=Outcome)


class PaperRoundTrip(QObject):
    """Runs the actions that the operator starts in the panel next to the paper."""

    def __init__(self, session: PaperEditSession, dialogs: Dialogs) -> None:
        super().__init__(session)
        self._session, self._page, self._dialogs = session, session.page, dialogs
        signals = session.page.signals
        signals.sign_requested.connect(self.sign)
        signals.sign_everywhere_requested.connect(self.sign_everywhere)
        signals.sign_original_requested.connect(self.sign_original)
        signals.remark_requested.connect(self.sign_with_remark)
        signals.reservation_requested.connect(self.write_reservation)
        signals.strike_requested.connect(self.strike)
        signals.strike_batch_requested.connect(self.strike_batch)
        signals.notice_sent.connect(self.notify)
        signals.close_requested.connect(self.close_meeting)
        signals.amend_requested.connect(self.amend)
        signals.amendment_requested.connect(self._to_draft)

    # ---- signatures

    def sign(self, signer_id: int, original: int, day: date | None, remark: str = "") -> None:
        """Record one signature on one original."""

        def do(context: Context, asked: bool) -> Signed:
            return signing.sign(context, signer_id, original, day, remark, asked=asked)

        made = self._signed(do)
        if made is not None and not made.complete:
            self._page.focus_next_signer(signer_id)

    def sign_everywhere(self, signer_id: int, day: date | None) -> None:
        """Record one signer on every original that lacks the signature."""
        made = self._all(day, signer_id=signer_id)
        if made is not None and not made.complete:
            self._page.focus_next_signer(signer_id)

    def sign_original(self, original: int, day: date | None) -> None:
        """Record all missing signers on one original."""
        made = self._all(day, original=original)
        if made is not None and not made.complete:
            self._page.show_done(words.signed_now(made.count, original))

    def sign_with_remark(self, signer_id: int, original: int, day: date | None) -> None:
        """Record a signature with a handwritten remark."""
        title = words.ask_remark(self._name(signer_id), original)
        remark = self._dialogs.reason(ReasonQuestion(title, words.REMARK_TEXT, words.REMARK_LABEL, words.SIGN))
        if remark is not None:
            self.sign(signer_id, original, day, remark)

    def write_reservation(self, signer_id: int, original: int) -> None:
        """Record the handwritten remark of a signature already recorded."""
        title = words.ask_reservation(self._name(signer_id), original)
        question = ReasonQuestion(title, words.RESERVATION_TEXT, words.REMARK_LABEL, words.RESERVATION_KEEP)
        note = self._dialogs.reason(question)
        if note is not None:
            do = partial(signing.write_reservation, signer_id=signer_id, original=original, note=note)
            undo = partial(do, note=self._note(signer_id, original))
            back = HowToUndo(words.RESERVATION_KEEP, undo_by_act(do, lambda _made: undo))
            self._session.act(do, self._refuse, accept=self._page.clear_message, back=back)

    def strike(self, signer_id: int, original: int) -> None:
        """Strike a signature recorded by mistake, with a reason; right after recording, without one."""
        if self._undone_at_once(signer_id, original, alone=True):
            return
        title = words.ask_strike(self._name(signer_id), original)
        question = ReasonQuestion(title, words.STRIKE_TEXT, words.STRIKE_REASON, words.STRIKE_ACCEPT, dangerous=True)
        reason = self._dialogs.reason(question)
        if reason is not None:
            self._act(lambda context: signing.strike(context, signer_id, original, reason))

    def strike_batch(self, signer_id: int, original: int) -> None:
        """Strike all signatures of one action, with a reason; right after recording, without one."""
        if self._undone_at_once(signer_id, original):
            return
        sheet = self._session.sheet
        row = next((one for one in sheet.signers if one.signer.id == signer_id), None) if sheet is not None else None
        seen = row.on(original) if row is not None else None
        if sheet is None or seen is None:
            return
        count = len(sheet.batch_of(seen))
        if count == 1:
            self.strike(signer_id, original)
            return
        title, accept = words.ask_strike_batch(count), words.STRIKE_BATCH_ACCEPT
        question = ReasonQuestion(title, words.STRIKE_BATCH_TEXT, words.STRIKE_REASON, accept, dangerous=True)
        reason = self._dialogs.reason(question)
        if reason is None:
            return
        if self._act(lambda context: signing.strike_batch(context, signer_id, original, reason)) is not None:
            self._page.show_done(words.struck_now(count))

    # ---- notification and the end

    def notify(self, notice: Notice) -> None:
        """Notify all waiting resolutions with date and letter of the form."""
        sheet = self._session.sheet
        if sheet is None:
            return

        def refuse(refused: Refused) -> bool:
            self._page.show_notice_refusal(refused.field, sentence(refused))
            return True

        made = self._act(lambda context: notify_all(context, sheet.version.id, notice), refuse)
        if made is not None:
            self._page.close_notice()
            self._page.show_done(words.notified_now(made.count, made.task_count))
            self._page.go_to_next_step()

    def close_meeting(self) -> None:
        """Ask, then close the meeting's file."""
        sheet, scans = self._session.sheet, self._session.scans
        if sheet is None or not confirm_close(self._dialogs, sheet.notice, scans.missing if scans is not None else ()):
            return
        if self._act(lambda context: move_meeting(context, sheet.meeting.id, MeetingState.CLOSED)) is not None:
            self._page.show_done(words.CLOSED)
            self._page.go_to_next_step()

    def amend(self) -> None:
        """Ask for the reason, begin a correction of the signed minutes, and show its draft."""
        sheet = self._session.sheet
        if sheet is None:
            return
        title = words.ask_amend(sheet.meeting.number or "")
        question = ReasonQuestion(title, words.AMEND_TEXT, words.AMEND_REASON, words.AMEND_ACCEPT)
        reason = self._dialogs.reason(question)
        if reason is None:
            return
        made = self._act(lambda context: amend(context, sheet.version.id, reason))
        if made is not None:
            self._page.show_done(words.amending_begun(made.number, made.version))
            self._to_draft(made.id)

    # ---- inside

    def _all(self, day: date | None, *, signer_id: int | None = None, original: int | None = None) -> Signed | None:
        sheet = self._session.sheet
        if sheet is None:
            return None
        version_id = sheet.version.id

        def do(context: Context, asked: bool) -> Signed:
            return signing.sign_all(context, version_id, day, signer_id=signer_id, original=original, asked=asked)

        return self._signed(do)

    def _undone_at_once(self, signer_id: int, original: int, *, alone: bool = False) -> bool:
        """Undo the last action here if it recorded this signature; `alone`: and no other."""
        sheet, step = self._session.sheet, self._session.steps.last_done()
        last = sheet.last_batch if sheet is not None else ()
        if step is None or step.what != words.SIGNING or (alone and len(last) > 1):
            return False
        if (signer_id, original) not in [(one.signer_id, one.original) for one in last]:
            return False
        self._session.undo()
        return True

    def _signed(self, do: Callable[[Context, bool], Signed]) -> Signed | None:
        """Record signatures, ask before the last ones, and focus the next step."""
        completing: list[Refused] = []

        def ask_or_refuse(refused: Refused) -> bool:
            if refused.key != "signing_completes":
                return self._refuse(refused)
            completing.append(refused)
            return True

        back = HowToUndo(words.SIGNING, _undo_of)
        made = self._act(lambda context: do(context, False), ask_or_refuse, back)
        if completing and self._may_complete(int(str(completing[0].facts["count"]))):
            made = self._act(lambda context: do(context, True))
        sheet = self._session.sheet
        if made is not None and made.complete and sheet is not None:
            scans = self._session.scans
            scan = scans is not None and scans.can_import and bool(scans.missing)
            self._page.show_done(words.all_signed(scan=scan, notify=sheet.can_notify, close=sheet.can_close))
            self._page.go_to_next_step()
        return made

    def _may_complete(self, count: int) -> bool:
        choices = (Choice("sign", words.COMPLETE_ACCEPT), Choice("cancel", words.CANCEL))
        question = Question(words.COMPLETE_TITLE, words.ask_complete(count), choices, Tone.WARNING)
        return self._dialogs.ask(question) == "sign"

    def _act(
        self,
        do: Callable[[Context], Made],
        refuse: Callable[[Refused], bool] | None = None,
        back: HowToUndo | None = None,
    ) -> Made | None:
        """Run one action and clear the previous message."""
        return self._session.act(do, refuse or self._refuse, accept=self._page.clear_message, back=back)

    def _refuse(self, refused: Refused) -> bool:
        self._page.show_signing_refusal(refused.field, sentence(refused))
        return True

    def _to_draft(self, version_id: int) -> None:
        self._session.navigated.emit(OpenMinutes(version_id))

    def _note(self, signer_id: int, original: int) -> str:
        sheet = self._session.sheet
        rows = sheet.signers if sheet is not None else ()
        seen = next((row.on(original) for row in rows if row.signer.id == signer_id), None)
        return seen.note if seen is not None else ""

    def _name(self, signer_id: int) -> str:
        sheet = self._session.sheet
        rows = sheet.signers if sheet is not None else ()
        return next((row.signer.name for row in rows if row.signer.id == signer_id), "")


def _undo_of(made: Outcome) -> Inverse | None:
    """Return how to undo recorded signatures by striking them; None after the last signature."""
    seen = next((row.after for row in made.written if isinstance(row.after, Signature)), None)
    if seen is None or (isinstance(made, Signed) and made.complete):
        return None
    signer_id, original = seen.signer_id, seen.original
    strike = partial(signing.strike_batch, signer_id=signer_id, original=original, reason=words.TAKEN_BACK_AT_ONCE)
    return Inverse(strike, lambda _made: None)
