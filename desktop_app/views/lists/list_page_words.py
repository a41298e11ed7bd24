"""Texts of a list page: footer, and empty states for no records yet, none in this view, none found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.text.shared import lists as words
from desktop_app.views.lists.list_plan import Counts, ListPlan
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage


def say_footer(footer: TextLabel, plan: ListPlan[Any], query: ListQuery, shown: int, counts: Counts) -> None:
    """How many are shown, of how many, and where the others are."""
    total = counts.get(plan.whole, shown)
    view, whole = plan.view(query.view), plan.view(plan.whole)
    in_view = counts.get(query.view, total)
    hidden = words.hidden_by_view(total - in_view, plan.what, view.hides if view else "", whole.label if whole else "")
    parts = [
        words.counted(shown, plan.what) if total == shown else words.counted_of(shown, plan.what, total),
        hidden if total > in_view else "",
        words.hidden_by_filters(in_view - shown, plan.what) if in_view > shown else "",
    ]
    footer.setText(words.SEPARATOR.join(part for part in parts if part))


def say_empty(
    empty: EmptyPage, plan: ListPlan[Any], query: ListQuery, counts: Counts, filters: Sequence[tuple[str, str]]
) -> None:
    """Say why there is nothing, and the one thing to do about it."""
    view, whole = plan.view(query.view), plan.view(plan.whole)
    if query.filters:
        title = words.nothing_with_filters(filters, query.search)
        empty.set_content(title, icon="filter", action=words.CLEAR_FILTERS, action_icon="x")
    elif query.search:
        empty.set_content(words.nothing_found(query.search), icon="search", action=words.SHOW_ALL, action_icon="x")
    elif counts.get(plan.whole) and view is not None and whole is not None and view is not whole:
        title = view.empty or words.nothing_in_view(view.label, plan.what)
        empty.set_content(title, icon="list-checks", action=words.show_view(whole.label), action_icon="list")
    else:
        said = plan.empty
        empty.set_content(said.title, said.why, icon=said.icon, action=said.action, action_icon=said.action_icon)
