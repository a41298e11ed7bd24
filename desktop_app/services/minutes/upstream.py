"""The register of upstream decisions that resolutions cite: a new one, and a correction of one."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, taken
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.upstream import UpstreamDecision, require_whole, same_decision
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.stale_check import require_seen
from desktop_app.storage.store.work import Work


def add_upstream(context: Context, decision: UpstreamDecision) -> Outcome:
    """A new decision in the register."""
    with context.write() as work:
        made = work.upstream.add(_checked(work, context.paper, replace(decision, id=0)))
        work.audit("added", "upstream_decision", made.id, at=context.clock.instant(), title=made.title)
        return work.record(Outcome(changed=Changed.MINUTES, id=made.id))


def save_upstream(context: Context, decision: UpstreamDecision, *, seen: UpstreamDecision | None = None) -> Outcome:
    """Correct a decision; papers that are final keep the words they were printed with."""
    with context.write() as work:
        stored = work.upstream.get(decision.id)
        require_seen("upstream_decision", stored, seen)
        changed = _checked(work, context.paper, decision)
        if changed != stored:
            work.upstream.update(changed)
            work.audit(
                "changed", "upstream_decision", changed.id, at=context.clock.instant(), **changes(stored, changed)
            )
        return work.record(Outcome(changed=Changed.MINUTES, id=decision.id))


def _checked(work: Work, paper: PaperCapabilities, decision: UpstreamDecision) -> UpstreamDecision:
    found = replace(
        decision,
        title=taken(paper, decision.title, "title").strip(),
        body=taken(paper, decision.body, "body").strip(),
        session=taken(paper, decision.session, "session").strip(),
        notification_number=taken(paper, decision.notification_number, "notification_number").strip(),
        clause=taken(paper, decision.clause, "clause").strip(),
    )
    require_whole(found)
    twin = next((one for one in work.upstream.where() if one.id != found.id and same_decision(one, found)), None)
    if twin is not None:
        raise RuleBroken("upstream_twice", field="title", title=twin.title)
    return found
