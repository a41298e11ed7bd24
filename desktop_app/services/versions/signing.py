"""Signatures on the originals, and the list of signers; the last signature makes the minutes signed.

Signers follow the rule, or the list as the operator changed it before finalising.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.calendar.clock import Clock, local_moment
from desktop_app.domain.documents.paper_capabilities import clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome, Signed
from desktop_app.domain.rules.attendance import signers_by_rule
from desktop_app.domain.rules.minutes import (
    FOR_PEN,
    MINUTES,
    MinutesActKind,
    MinutesState,
    MinutesVersion,
    Signature,
    Signer,
)
from desktop_app.domain.rules.signing import (
    SignaturePlace,
    SigningState,
    next_batch,
    originals_of,
    require_confirmed,
    require_original,
    require_signing_day,
    require_unsigned,
    signing,
)
from desktop_app.services.context import Context
from desktop_app.services.follow_up.ended_work import cancel_ended_work
from desktop_app.services.reading import clean_words, editable_version, parties_of, roles_of
from desktop_app.services.versions.drafts import record_act, record_correction
from desktop_app.storage.store.work import Work


def rule_signers(work: Work, version: MinutesVersion) -> tuple[Signer, ...]:
    """Return the signers by rule from the attendance; not stored, so their ids are 0."""
    meeting = work.meetings.get(version.meeting_id)
    rows = work.attendance.where(minutes_version_id=version.id)
    return signers_by_rule(rows, roles_of(work, meeting.committee_id), version.id)


def signers_of(work: Work, version: MinutesVersion) -> tuple[Signer, ...]:
    """Return the stored list of signers, else the one by rule."""
    return work.signers.where(minutes_version_id=version.id) or rule_signers(work, version)


def set_signers(context: Context, version_id: int, signers: Sequence[Signer]) -> Outcome:
    """Store the operator's list of signers in order; it no longer follows the attendance."""
    if not signers:
        raise RuleBroken("signers_empty", field="signers")
    with context.write() as work:
        version = editable_version(work, version_id)
        parties = {party.id for party in parties_of(work, work.meetings.get(version.meeting_id).committee_id)}
        before = [signer.name for signer in signers_of(work, version)]
        _clear(work, version)
        for ordinal, signer in enumerate(signers, start=1):
            if not signer.name.strip():
                raise RuleBroken("signer_without_name", field="signers", row=ordinal)
            if signer.party_id not in parties:
                raise RuleBroken("signer_without_party", field="signers", row=ordinal, name=signer.name)
            work.signers.add(
                replace(
                    signer,
                    id=0,
                    minutes_version_id=version_id,
                    ordinal=ordinal,
                    name=clean_text(context.paper, signer.name, "signers"),
                    post=clean_text(context.paper, signer.post, "signers"),
                )
            )
        named = [signer.name for signer in work.signers.where(minutes_version_id=version_id)]
        facts = {"before": {"signers": before}, "after": {"signers": named}}
        record_correction(work, context.clock, version, "minutes_version", version_id, **facts)
        return work.record(Outcome(changed=Changed.MINUTES, id=version_id))


def reset_signers(context: Context, version_id: int) -> Outcome:
    """Delete the stored list, so that the signers follow the rule again."""
    with context.write() as work:
        version = editable_version(work, version_id)
        _clear(work, version)
        record_correction(work, context.clock, version, "minutes_version", version_id, signers="by_rule")
        return work.record(Outcome(changed=Changed.MINUTES, id=version_id))


def _clear(work: Work, version: MinutesVersion) -> None:
    for signer in work.signers.where(minutes_version_id=version.id):
        work.signers.remove(signer.id)


_CHANGED = Changed.MINUTES | Changed.MEETINGS


def signing_of(work: Work, version: MinutesVersion) -> SigningState:
    """Return the signatures of a version; before it is final there are no signers."""
    signers = work.signers.where(minutes_version_id=version.id)
    return signing(version, signers, work.signatures.where(signer_id=[one.id for one in signers]))


def sign(
    context: Context,
    signer_id: int,
    original: int,
    day: date | None,
    note: str = "",
    *,
    asked: bool = False,
) -> Signed:
    """Record one signature on one original; ``note`` is the signer's handwritten reservation.

    ``asked`` tells that the operator knows it to be the last one: without it what would complete them is refused.
    """

    def chosen(found: SigningState) -> list[SignaturePlace]:
        require_original(original, found.originals)
        if (signer_id, original) in found.valid_signatures:
            raise RuleBroken("signed_already", field="original")
        return [(signer_id, original)]

    with context.read() as work:
        version_id = work.signers.get(signer_id).minutes_version_id
    return _record(context, version_id, day, chosen, note=clean_words(note, "note"), asked=asked)


def sign_all(
    context: Context,
    version_id: int,
    day: date | None,
    *,
    signer_id: int | None = None,
    original: int | None = None,
    asked: bool = False,
) -> Signed:
    """Record all missing signatures of a day: of one signer, on one original, or all.

    ``asked`` as in :func:`sign`.
    """

    def chosen(found: SigningState) -> list[SignaturePlace]:
        if original is not None:
            require_original(original, found.originals)
        every = [(one.id, place) for place in originals_of(found.originals) for one in found.signers]
        wanted = [
            pen
            for pen in every
            if pen not in found.valid_signatures and signer_id in (None, pen[0]) and original in (None, pen[1])
        ]
        if not wanted:
            raise RuleBroken("nothing_to_sign", field="original")
        return wanted

    return _record(context, version_id, day, chosen, asked=asked)


def write_reservation(context: Context, signer_id: int, original: int, note: str) -> Outcome:
    """Record a signer's handwritten reservation for a recorded signature.

    Also possible once all have signed: it is read on the paper that came back. The row of the signature is never
    changed; a newer one with the view counts. Raises ``RuleBroken``: ``reservation_not_now``,
    ``reservation_without_signature`` beside ``original``.
    """
    text = clean_words(note, "note")
    with context.write() as work:
        version = work.versions.get(work.signers.get(signer_id).minutes_version_id)
        if version.state not in FOR_PEN:
            raise RuleBroken("reservation_not_now")
        held = signing_of(work, version).valid_signatures.get((signer_id, original))
        if held is None:
            raise RuleBroken("reservation_without_signature", field="original", original=original)
        work.signatures.add(replace(held, id=0, at=context.clock.instant(), actor=work.actor(), note=text))
        work.audit("reservation_transcribed", "signer", signer_id, original=original)
        return work.record(Outcome(changed=_CHANGED, id=version.id))


def strike(context: Context, signer_id: int, original: int, reason: str) -> Outcome:
    """Strike a signature recorded by mistake, before the last signature; both rows stay."""
    return _strike(context, (signer_id, original), reason, together=False)


def strike_batch(context: Context, signer_id: int, original: int, reason: str) -> Outcome:
    """Strike a signature and all valid ones recorded in the act with it."""
    return _strike(context, (signer_id, original), reason, together=True)


def _strike(context: Context, place: SignaturePlace, reason: str, *, together: bool) -> Outcome:
    why = clean_words(reason)
    with context.write() as work:
        version = work.versions.get(work.signers.get(place[0]).minutes_version_id)
        require_unsigned(version)
        found = signing_of(work, version)
        held = found.valid_signatures.get(place)
        if held is None:
            raise RuleBroken("strike_nothing", field="original")
        if not why:
            raise RuleBroken("strike_without_reason", field="reason")
        at, actor, batch = context.clock.instant(), work.actor(), _next_batch(work, version)
        for one in found.batch_of(place) if together else (held,):
            work.signatures.add(replace(one, id=0, at=at, actor=actor, note=why, struck=True, batch=batch))
            facts = {"original": one.original, "day": one.signed_on, "reason": why}
            work.audit("signature_struck", "signer", one.signer_id, **facts)
        return work.record(Outcome(changed=_CHANGED, id=version.id))


def _record(
    context: Context,
    version_id: int,
    day: date | None,
    chosen: Callable[[SigningState], Iterable[SignaturePlace]],
    *,
    note: str = "",
    asked: bool,
) -> Signed:
    with context.write() as work:
        version = work.versions.get(version_id)
        require_unsigned(version)
        found = signing_of(work, version)
        places = list(chosen(found))
        finalised_on, _ = local_moment(version.finalised_at)
        signed_on = require_signing_day(day, finalised_on=finalised_on, today=context.clock.today())
        complete = found.completed_by(places)
        require_confirmed(complete=complete, asked=asked, count=len(places))
        batch = _next_batch(work, version)
        for signer_id, original in places:
            seen = Signature(signer_id=signer_id, original=original, signed_on=signed_on, at="", note=note, batch=batch)
            _add(work, context.clock, seen)
        changed = _CHANGED
        if complete:
            record_act(work, context.clock, version_id, MinutesActKind.SIGNED)
            work.versions.update(replace(version, state=MINUTES.require(version.state, MinutesState.SIGNED)))
            if cancel_ended_work(work, context.clock, version):
                changed |= Changed.RESOLUTIONS | Changed.TASKS
        return work.record(Signed(changed=changed, id=version_id, count=len(places), complete=complete))


def _next_batch(work: Work, version: MinutesVersion) -> int:
    signers = work.signers.where(minutes_version_id=version.id)
    return next_batch(work.signatures.where(signer_id=[one.id for one in signers]))


def _add(work: Work, clock: Clock, signature: Signature) -> None:
    work.signatures.add(replace(signature, at=clock.instant(), actor=work.actor()))
    facts = {"original": signature.original, "day": signature.signed_on}
    work.audit("signature_seen", "signer", signature.signer_id, **facts)
