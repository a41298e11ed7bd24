"""Signers of the paper of a version: by rule, or as the operator changed the list before finalising."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.documents.paper_capabilities import taken
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.attendance import signers_by_rule
from desktop_app.domain.rules.minutes import MinutesVersion, Signer
from desktop_app.services.context import Context
from desktop_app.services.minutes.drafts import record_correction
from desktop_app.services.reading import editable_version, parties_of, roles_of
from desktop_app.storage.store.work import Work


def rule_signers(work: Work, version: MinutesVersion) -> tuple[Signer, ...]:
    """The list that the rule makes from attendance; not stored, so its ids are 0."""
    meeting = work.meetings.get(version.meeting_id)
    rows = work.attendance.where(minutes_version_id=version.id)
    return signers_by_rule(rows, roles_of(work, meeting.committee_id), version.id)


def signers_of(work: Work, version: MinutesVersion) -> tuple[Signer, ...]:
    """The list as it stands: the stored one, else the one by rule."""
    return work.signers.where(minutes_version_id=version.id) or rule_signers(work, version)


def set_signers(context: Context, version_id: int, signers: Sequence[Signer]) -> Outcome:
    """Store the list as the operator arranged it, in that order; it no longer follows attendance."""
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
                    name=taken(context.paper, signer.name, "signers"),
                    post=taken(context.paper, signer.post, "signers"),
                )
            )
        named = [signer.name for signer in work.signers.where(minutes_version_id=version_id)]
        facts = {"before": {"signers": before}, "after": {"signers": named}}
        record_correction(work, context.clock, version, "minutes_version", version_id, **facts)
        return work.record(Outcome(changed=Changed.MINUTES, id=version_id))


def reset_signers(context: Context, version_id: int) -> Outcome:
    """Let the list follow the rule again."""
    with context.write() as work:
        version = editable_version(work, version_id)
        _clear(work, version)
        record_correction(work, context.clock, version, "minutes_version", version_id, signers="by_rule")
        return work.record(Outcome(changed=Changed.MINUTES, id=version_id))


def _clear(work: Work, version: MinutesVersion) -> None:
    for signer in work.signers.where(minutes_version_id=version.id):
        work.signers.remove(signer.id)
