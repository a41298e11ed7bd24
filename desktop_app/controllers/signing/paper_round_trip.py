"""The round trip of a paper: signatures seen by hand, notification, and the meeting's closed file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.notices import Notice
from desktop_app.services.context import Context
from desktop_app.services.follow_up import notifying
from desktop_app.services.follow_up.notifying import Notified
from desktop_app.services.meetings import meetings
from desktop_app.services.minutes import amending, signing
from desktop_app.services.minutes.amending import Amending
from desktop_app.services.minutes.signing import Signed
from desktop_app.services.outcome import Outcome
from desktop_app.text.minutes import signing as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, ReasonQuestion
from desktop_app.widgets.style.tokens import Tone

Made = TypeVar("Made", bound=Outcome)


class SignAll(Protocol):
    """Records what is missing of one signer, or on one original; what completes them only when that was asked."""

    def __call__(
        self,
        version_id: int,
        day: date | None,
        *,
        signer_id: int | None = None,
        original: int | None = None,
        asked: bool = False,
    ) -> Signed:
        """How many were recorded."""


class SignOne(Protocol):
    """Records one signature on one original; what completes them only when that was asked."""

    def __call__(
        self, signer_id: int, original: int, day: date | None, note: str = "", *, asked: bool = False
    ) -> Signed:
        """What was recorded."""


@dataclass(frozen=True, slots=True)
class RoundTripServices:
    """What the round trip can have done."""

    sign: SignOne
    sign_all: SignAll
    strike: Callable[[int, int, str], Outcome]
    strike_batch: Callable[[int, int, str], Outcome]
    notify_all: Callable[[int, Notice], Notified]
    close_meeting: Callable[[int], Outcome]
    amend: Callable[[int, str], Amending]


def round_trip_services(context: Context) -> RoundTripServices:
    """Bind the services to an open data folder."""
    return RoundTripServices(
        sign=partial(signing.sign, context),
        sign_all=partial(signing.sign_all, context),
        strike=partial(signing.strike, context),
        strike_batch=partial(signing.strike_batch, context),
        notify_all=partial(notifying.notify_all, context),
        close_meeting=lambda meeting_id: meetings.move_meeting(context, meeting_id, MeetingState.CLOSED),
        amend=partial(amending.amend, context),
    )


class RoundTripSignals(Protocol):
    """What the operator wants, as signals; their arguments are told where they are declared."""

    sign_requested: SignalInstance
    sign_everywhere_requested: SignalInstance
    sign_original_requested: SignalInstance
    remark_requested: SignalInstance
    strike_requested: SignalInstance
    strike_batch_requested: SignalInstance
    notice_sent: SignalInstance
    extracts_requested: SignalInstance
    close_requested: SignalInstance
    amend_requested: SignalInstance
    amendment_requested: SignalInstance


class RoundTripView(Protocol):
    """What the print page offers for the round trip."""

    @property
    def signals(self) -> RoundTripSignals:
        """The signals of the panel."""

    def go_on_after(self, signer_id: int) -> None:
        """A signature was recorded: the keyboard goes to the next who is missing."""

    def go_to_next_step(self) -> None:
        """The keyboard goes to what is to be done now."""

    def show_signing_refusal(self, field: str, text: str) -> None:
        """Beneath the day of the signatures, or in the band."""

    def show_notice_refusal(self, field: str, text: str) -> None:
        """Beneath the field of the notice, or in the band."""

    def close_notice(self) -> None:
        """The notice was taken."""

    def show_done(self, text: str) -> None:
        """What was done."""

    def clear_message(self) -> None:
        """Take the message away."""


class RoundTripSession(QObject):
    """One act at a time: service, then the sheet anew, then everyone who listens."""

    changed = Signal(object)
    minutes_requested = Signal(int)
    """The draft of this version shall be written."""

    def __init__(
        self,
        view: RoundTripView,
        services: RoundTripServices,
        dialogs: Dialogs,
        sheet: Callable[[], PaperSheet | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._services, self._dialogs, self._sheet = view, services, dialogs, sheet
        wants = view.signals
        wants.sign_requested.connect(self.sign)
        wants.sign_everywhere_requested.connect(self.sign_everywhere)
        wants.sign_original_requested.connect(self.sign_original)
        wants.remark_requested.connect(self.sign_with_remark)
        wants.strike_requested.connect(self.strike)
        wants.strike_batch_requested.connect(self.strike_batch)
        wants.notice_sent.connect(self.notify)
        wants.close_requested.connect(self.close_meeting)
        wants.amend_requested.connect(self.amend)
        wants.amendment_requested.connect(self.minutes_requested)

    # ---- signatures

    def sign(self, signer_id: int, original: int, day: date | None, remark: str = "") -> None:
        """One signature on one original."""
        made = self._signed(lambda asked: self._services.sign(signer_id, original, day, remark, asked=asked))
        if made is not None and not made.complete:
            self._view.go_on_after(signer_id)

    def sign_everywhere(self, signer_id: int, day: date | None) -> None:
        """One signer on every original that lacks the name."""
        made = self._all(day, signer_id=signer_id)
        if made is not None and not made.complete:
            self._view.go_on_after(signer_id)

    def sign_original(self, original: int, day: date | None) -> None:
        """Everybody who is missing on one original."""
        made = self._all(day, original=original)
        if made is not None and not made.complete:
            self._view.show_done(words.signed_now(made.count, original))

    def sign_with_remark(self, signer_id: int, original: int, day: date | None) -> None:
        """A signature with a view that was written beside it by hand."""
        title = words.ask_remark(self._name(signer_id), original)
        accept = words.SIGN
        remark = self._dialogs.reason(ReasonQuestion(title, words.REMARK_TEXT, words.REMARK_LABEL, accept))
        if remark is not None:
            self.sign(signer_id, original, day, remark)

    def strike(self, signer_id: int, original: int) -> None:
        """A record made by mistake is taken back, with the reason."""
        title = words.ask_strike(self._name(signer_id), original)
        question = ReasonQuestion(title, words.STRIKE_TEXT, words.STRIKE_REASON, words.STRIKE_ACCEPT, dangerous=True)
        reason = self._dialogs.reason(question)
        if reason is not None:
            self._act(lambda: self._services.strike(signer_id, original, reason), self._view.show_signing_refusal)

    def strike_batch(self, signer_id: int, original: int) -> None:
        """What one act recorded is taken back together, with the reason."""
        sheet = self._sheet()
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
        made = self._act(
            lambda: self._services.strike_batch(signer_id, original, reason), self._view.show_signing_refusal
        )
        if made is not None:
            self._view.show_done(words.struck_now(count))

    # ---- notification and the end

    def notify(self, notice: Notice) -> None:
        """Everything that waits is notified as the form says."""
        sheet = self._sheet()
        if sheet is None:
            return
        version_id = sheet.version.id
        made = self._act(lambda: self._services.notify_all(version_id, notice), self._view.show_notice_refusal)
        if made is not None:
            self._view.close_notice()
            self._view.show_done(words.notified_now(made.count, made.task_count))
            self._view.go_to_next_step()

    def close_meeting(self) -> None:
        """Close the meeting's file; resolutions that were not notified are named first."""
        sheet = self._sheet()
        if sheet is None or not self._may_close(sheet.notice.waiting):
            return
        meeting_id = sheet.meeting.id
        if self._act(lambda: self._services.close_meeting(meeting_id), self._view.show_signing_refusal) is not None:
            self._view.show_done(words.CLOSED)

    def amend(self) -> None:
        """Begin a correction of the signed minutes, with its reason; its draft is shown for writing."""
        sheet = self._sheet()
        if sheet is None:
            return
        version_id = sheet.version.id
        title = words.ask_amend(sheet.meeting.number or "")
        question = ReasonQuestion(title, words.AMEND_TEXT, words.AMEND_REASON, words.AMEND_ACCEPT)
        reason = self._dialogs.reason(question)
        if reason is None:
            return
        made = self._act(lambda: self._services.amend(version_id, reason), self._view.show_signing_refusal)
        if made is not None:
            self._view.show_done(words.amending_begun(made.number, made.version))
            self.minutes_requested.emit(made.id)

    def _may_close(self, waiting: int) -> bool:
        if not waiting:
            return True
        question = Question(
            words.ASK_CLOSE,
            words.ask_close(waiting),
            (Choice("close", words.CLOSE), Choice("cancel", words.CANCEL)),
            Tone.WARNING,
        )
        return self._dialogs.ask(question) == "close"

    # ---- inside

    def _all(self, day: date | None, *, signer_id: int | None = None, original: int | None = None) -> Signed | None:
        sheet = self._sheet()
        if sheet is None:
            return None
        version_id = sheet.version.id
        sign_all = partial(self._services.sign_all, version_id, day, signer_id=signer_id, original=original)
        return self._signed(lambda asked: sign_all(asked=asked))

    def _signed(self, do: Callable[[bool], Signed]) -> Signed | None:
        """Record signatures; the last are asked about, then told, and what comes next has the keyboard."""
        made = self._act(lambda: self._asking(do), self._view.show_signing_refusal)
        sheet = self._sheet()
        if made is not None and made.complete and sheet is not None:
            following = words.ALL_SIGNED_NEXT if sheet.notice.waiting else words.ALL_SIGNED_CLOSE
            self._view.show_done(f"{words.ALL_SIGNED}. {following}")
            self._view.go_to_next_step()
        return made

    def _asking(self, do: Callable[[bool], Signed]) -> Signed | None:
        try:
            return do(False)
        except RuleBroken as refused:
            if refused.key != "signing_completes":
                raise
            told = words.ask_complete(int(str(refused.facts["count"])))
        choices = (Choice("sign", words.COMPLETE_ACCEPT), Choice("cancel", words.CANCEL))
        answer = self._dialogs.ask(Question(words.COMPLETE_TITLE, told, choices, Tone.WARNING))
        return do(True) if answer == "sign" else None

    def _act(self, do: Callable[[], Made | None], refuse: Callable[[str, str], None]) -> Made | None:
        """Do one thing; None where it is refused or was left."""
        try:
            made = do()
        except Refused as refused:
            refuse(refused.field, sentence(refused))
            return None
        if made is None:
            return None
        self._view.clear_message()
        self.changed.emit(made.changed)
        return made

    def _name(self, signer_id: int) -> str:
        sheet = self._sheet()
        rows = sheet.signers if sheet is not None else ()
        return next((row.signer.name for row in rows if row.signer.id == signer_id), "")
