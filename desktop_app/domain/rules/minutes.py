"""Minutes (صورت‌جلسه): versions, deliberations, clauses, signers, and rules for changing a version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import DispositionKind
from desktop_app.domain.rules.session_facts import SessionFacts
from desktop_app.domain.rules.states import StateMachine


class MinutesState(StrEnum):
    """States of one version; ``WITHDRAWN`` and ``AMENDED`` end it outside the main course.

    ``DROPPED`` is the draft of a correction that nobody wants any more: nothing is written in it, and the next
    correction of the same minutes begins in its place.
    """

    DRAFT = "draft"
    REVIEW = "review"
    FINAL = "final"
    SIGNED = "signed"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    AMENDED = "amended"
    DROPPED = "dropped"


_S = MinutesState
MINUTES: StateMachine[MinutesState] = StateMachine(
    "minutes",
    {
        # straight to the archive: the minutes of a meeting that was taken over
        _S.DRAFT: frozenset({_S.REVIEW, _S.DROPPED, _S.ARCHIVED}),
        _S.REVIEW: frozenset({_S.DRAFT, _S.FINAL, _S.DROPPED}),
        _S.FINAL: frozenset({_S.SIGNED, _S.WITHDRAWN}),
        _S.SIGNED: frozenset({_S.ARCHIVED, _S.AMENDED}),
        _S.ARCHIVED: frozenset({_S.AMENDED}),
        _S.WITHDRAWN: frozenset(),
        _S.AMENDED: frozenset(),
        _S.DROPPED: frozenset({_S.DRAFT}),
    },
    reasoned=frozenset({_S.WITHDRAWN, _S.AMENDED, _S.DROPPED}),
)
EDITABLE = frozenset({_S.DRAFT, _S.REVIEW})
"""States in which the text may still change; from ``FINAL`` on it is frozen."""
ALL_SIGNED = frozenset({_S.SIGNED, _S.ARCHIVED})
"""States in which every pen has signed and no correction has taken the place."""
FOR_PEN = frozenset({_S.FINAL, _S.SIGNED, _S.ARCHIVED})
"""States in which a paper may be printed for the pen."""


class ClauseKind(StrEnum):
    """A clause is a note, or one of the four kinds of resolution."""

    NOTE = "note"
    DECISION = "decision"
    POLICY = "policy"
    REFERRAL = "referral"
    ADVICE = "advice"


RESOLUTION_KINDS = frozenset({ClauseKind.DECISION, ClauseKind.POLICY, ClauseKind.REFERRAL, ClauseKind.ADVICE})
ACTION_KINDS = frozenset({ClauseKind.DECISION, ClauseKind.REFERRAL})
"""Kinds that need an executor and a deadline; all four need a follow-up owner."""


class AdoptionKind(StrEnum):
    """How a resolution was adopted."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    WITH_RESERVATION = "with_reservation"


class MinutesActKind(StrEnum):
    """Kinds of event of a version; events are never removed."""

    OPENED = "opened"
    TO_REVIEW = "to_review"
    TO_DRAFT = "to_draft"
    READ = "read"
    CORRECTED = "corrected"
    FINALISED = "finalised"
    WITHDRAWN = "withdrawn"
    PRINTED = "printed"
    SIGNED = "signed"
    DROPPED = "dropped"
    CONFIRMED = "confirmed"
    """Confirmed by a later meeting as an item of its agenda."""
    ARCHIVED = "archived"
    AMENDED = "amended"
    """A correction took the place."""
    TAKEN_OVER = "taken_over"
    """Of a meeting from before the program was used: the scan is the paper, there is no frozen text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesVersion:
    """One version of a meeting's minutes; from ``FINAL`` on only its ``state`` changes.

    ``session`` counts from the beginning in a correction; in first minutes it is taken from the meeting when final.
    """

    id: int = 0
    meeting_id: int
    version: int = 1
    state: MinutesState = MinutesState.DRAFT
    read_aloud: bool = False
    classification: str = "normal"
    urgency: str = "normal"
    closing: str = ""
    next_day: date | None = None
    next_starts_at: str = ""
    next_agenda: str = ""
    originals: int = 2
    kept_at: str = ""
    attachments: str = ""
    copies_to: str = ""
    session: SessionFacts = field(default_factory=SessionFacts)
    snapshot: str = ""
    content_hash: str = ""
    finalised_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliberation:
    """One contribution to the discussion: «نام — خلاصه»."""

    id: int = 0
    minutes_version_id: int
    agenda_item_id: int
    ordinal: int
    speaker: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause (بند) of an agenda item; a resolution is a clause with a kind, an identity and more facts.

    ``cooperating`` holds unit ids; with ``all_units`` it is expanded to every unit when finalised. Exactly one of
    ``owner_unit_id`` and ``owner_person_id`` names the follow-up owner. ``classification`` of None is that of the
    minutes.
    """

    id: int = 0
    minutes_version_id: int
    agenda_item_id: int
    ordinal: int
    text: str
    kind: ClauseKind = ClauseKind.NOTE
    resolution_id: int | None = None
    axis_id: int | None = None
    executor_unit_id: int | None = None
    cooperating: tuple[int, ...] = ()
    all_units: bool = False
    owner_unit_id: int | None = None
    owner_person_id: int | None = None
    deadline: Deadline = field(default_factory=Deadline)
    adoption: AdoptionKind = AdoptionKind.UNANIMOUS
    reservation: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    upstream_id: int | None = None
    classification: Classification | None = None

    @property
    def is_resolution(self) -> bool:
        """Whether the clause is a resolution and so gets a number."""
        return self.kind in RESOLUTION_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDisposition:
    """What one version of the minutes decides of an agenda item without text; ``reason`` is why it is left out."""

    id: int = 0
    minutes_version_id: int
    agenda_item_id: int
    kind: DispositionKind
    reason: str = ""


class EffectKind(StrEnum):
    """What a clause does to another resolution when the minutes are final."""

    EXTEND = "extend"
    ACCEPT = "accept"
    RETURN = "return"
    SUPERSEDE = "supersede"
    REVOKE = "revoke"
    DEFER = "defer"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseEffect:
    """The effect of a clause on a resolution of an earlier meeting; ``day`` is the new deadline of an extension."""

    id: int = 0
    clause_id: int
    resolution_id: int
    kind: EffectKind
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A person who signs the paper, in printed order."""

    id: int = 0
    minutes_version_id: int
    ordinal: int
    party_id: int
    name: str
    post: str
    substitute_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesAct:
    """An event of a version: kind, actor, time, reason. Never changed or removed.

    ``meeting_id`` names the meeting that confirmed the minutes; no other act has one.
    """

    id: int = 0
    minutes_version_id: int
    kind: MinutesActKind
    at: str
    actor: str
    reason: str = ""
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """A paper printed for signing: path, hash of its bytes, number of copies. Never changed or removed."""

    id: int = 0
    minutes_version_id: int
    at: str
    copies: int
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature on one original, as seen on the paper. Never changed or removed.

    A record made by mistake is struck: a later row of the same signer and original with ``struck`` and the reason
    as its note takes it back, and both stay in the history. The newest row holds.

    ``batch`` numbers the acts of recording of one version from 1: what one act recorded shares it.
    """

    id: int = 0
    signer_id: int
    original: int
    signed_on: date
    at: str
    actor: str = ""
    note: str = ""
    struck: bool = False
    batch: int = 0


def require_editable(version: MinutesVersion) -> None:
    """Raise ``RuleBroken`` when the version is frozen."""
    if version.state not in EDITABLE:
        raise RuleBroken("minutes_frozen", state=version.state)


def was_taken_over(version: MinutesVersion) -> bool:
    """Whether the version belongs to an imported past meeting: archived without a text of its own."""
    return version.state in {MinutesState.ARCHIVED, MinutesState.AMENDED} and not version.content_hash


def require_can_withdraw(version: MinutesVersion, *, signatures: int, notified: bool, acted_on: str = "") -> None:
    """Raise ``RuleBroken`` after the first signature or after an early notification.

    ``acted_on`` is the number of a resolution of these minutes that a clause of later ones acted on.
    """
    if version.state is not MinutesState.FINAL:
        raise RuleBroken("withdraw_not_final", state=version.state)
    if signatures:
        raise RuleBroken("withdraw_after_signature", count=signatures)
    if notified:
        raise RuleBroken("withdraw_after_notification")
    if acted_on:
        raise RuleBroken("withdraw_after_effect", number=acted_on)


def missing_facts(clause: Clause, row: int) -> tuple[RuleBroken, ...]:
    """Return what resolution number ``row`` lacks, as refusals, in form order."""
    facts = {"row": row, "clause_id": clause.id}
    acts = clause.kind in ACTION_KINDS
    gaps = []
    if not clause.text.strip():
        gaps.append(RuleBroken("resolution_without_text", field="text", **facts))
    if acts and clause.executor_unit_id is None:
        gaps.append(RuleBroken("resolution_without_executor", field="executor", **facts))
    if (clause.owner_unit_id is None) == (clause.owner_person_id is None):
        gaps.append(RuleBroken("resolution_without_owner", field="owner", **facts))
    if acts and clause.deadline.kind is DeadlineKind.NONE:
        gaps.append(RuleBroken("resolution_without_deadline", field="deadline", **facts))
    return tuple(gaps)


def resolutions_in_order(clauses: Sequence[Clause], agenda_order: Sequence[int]) -> tuple[Clause, ...]:
    """Return the resolutions in paper order: by agenda item, then by position in it."""
    place = {item_id: index for index, item_id in enumerate(agenda_order)}
    chosen = [clause for clause in clauses if clause.is_resolution]
    return tuple(sorted(chosen, key=lambda clause: (place.get(clause.agenda_item_id, len(place)), clause.ordinal)))
