"""Register of upstream decisions: its list, the sheet of one decision, and the links of resolutions that answer it.

A resolution answers a decision where its wording in force cites it, or where it is linked by hand.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.listing import ResolutionRow
from desktop_app.domain.read_models.upstream import UpstreamSheet
from desktop_app.domain.rules.clauses import UpstreamLink, require_linkable
from desktop_app.domain.rules.resolutions import is_counted
from desktop_app.services.context import Context
from desktop_app.storage.store.work import Work

LINKED: Final = Changed.MINUTES | Changed.RESOLUTIONS
"""Pages on which decisions stand beside the resolutions that answer them."""


def upstream_sheet(context: Context, upstream_id: int) -> UpstreamSheet:
    """Return a decision with its answers; raises ``RuleBroken("record_unknown")``."""
    with context.read() as work:
        return UpstreamSheet(decision=work.upstream.get(upstream_id), answers=work.upstream_rows.answers(upstream_id))


def bodies(context: Context) -> tuple[str, ...]:
    """Return the names of the bodies of all decisions, each once."""
    with context.read() as work:
        return tuple(sorted({one.body for one in work.upstream.where()}))


def linkable(context: Context, upstream_id: int) -> tuple[ResolutionRow, ...]:
    """Return the resolutions in force that do not answer a decision yet, the newest first."""
    with context.read() as work:
        known = {one.resolution_id for one in work.upstream_rows.answers(upstream_id)}
        rows = work.resolution_rows.fetch(work.resolution_rows.ids())
    return tuple(row for row in rows if row.number and is_counted(row.state) and row.id not in known)


def link_upstream(context: Context, upstream_id: int, resolution_id: int) -> Outcome:
    """Link a numbered resolution to a decision that it answers; the outcome carries the id of the link."""
    if not resolution_id:
        raise RuleBroken("upstream_link_unchosen", field="resolution")
    with context.write() as work:
        work.upstream.get(upstream_id)
        link = UpstreamLink(upstream_id=upstream_id, resolution_id=resolution_id)
        _require_new(work, link)
        made = work.upstream_links.add(link)
        _audit(work, context, "added", made)
        return work.record(Outcome(changed=LINKED, id=made.id))


def unlink_upstream(context: Context, upstream_id: int, resolution_id: int) -> Outcome:
    """Take the link between a resolution and a decision off; raises ``RuleBroken`` where the wording cites it."""
    if not resolution_id:
        raise RuleBroken("upstream_link_unchosen", field="resolution")
    with context.write() as work:
        links = work.upstream_links.where(upstream_id=upstream_id, resolution_id=resolution_id, removed_on=None)
        if not links:
            number = work.resolutions.get(resolution_id).number
            raise RuleBroken("upstream_only_cited", field="resolution", number=number)
        changed = replace(links[0], removed_on=context.clock.today())
        work.upstream_links.update(changed)
        _audit(work, context, "removed", changed)
        return work.record(Outcome(changed=LINKED, id=changed.id))


def require_link_back(work: Work, _context: Context, now: UpstreamLink | None, back: UpstreamLink | None) -> None:
    """Raise ``RuleBroken`` unless a link may be as before: its row is never removed, and no other link replaced it."""
    if now is None or back is None:
        raise RuleBroken("record_kept", kind="upstream_link")
    if back.removed_on is None:
        _require_new(work, back)


def _require_new(work: Work, link: UpstreamLink) -> None:
    resolution = work.resolutions.get(link.resolution_id)
    answers = work.upstream_rows.answers(link.upstream_id)
    links = work.upstream_links.where(upstream_id=link.upstream_id, resolution_id=resolution.id, removed_on=None)
    require_linkable(
        resolution,
        cited=any(one.cited and one.resolution_id == resolution.id for one in answers),
        linked=any(one.id != link.id for one in links),
    )


def _audit(work: Work, context: Context, act: str, link: UpstreamLink) -> None:
    facts = {"upstream_id": link.upstream_id, "resolution_id": link.resolution_id}
    work.audit(act, "upstream_link", link.id, at=context.clock.instant(), **facts)
