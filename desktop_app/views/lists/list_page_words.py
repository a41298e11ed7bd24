"""Texts of a list page: footer, and empty states for no records yet, none in this view, none found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.text.shared import lists as words
from desktop_app.text.shared.parts import filled
from desktop_app.views.lists.list_spec import Counts, ListSpec
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.shell.action_bar import PageAction


def say_footer(footer: TextLabel, spec: ListSpec[Any], query: ListQuery, shown: int, counts: Counts) -> None:
    """How many are shown, of how many, and where the others are."""
    total = counts.get(spec.whole, shown)
    view, whole = spec.view(query.view), spec.view(spec.whole)
    in_view = counts.get(query.view, total)
    hidden = words.hidden_by_view(total - in_view, spec.what, view.hides if view else "", whole.label if whole else "")
    parts = [
        words.counted(shown, spec.what) if total == shown else words.counted_of(shown, spec.what, total),
        hidden if total > in_view else "",
        words.hidden_by_filters(in_view - shown, spec.what) if in_view > shown else "",
    ]
    footer.setText(words.SEPARATOR.join(filled(*parts)))


def say_empty(
    empty: EmptyPage, spec: ListSpec[Any], query: ListQuery, counts: Counts, filters: Sequence[tuple[str, str]]
) -> None:
    """Say why there is nothing, and the one thing to do about it."""
    view, whole = spec.view(query.view), spec.view(spec.whole)
    if query.filters:
        title = words.nothing_with_filters(filters, query.search)
        empty.set_content(title, icon="filter", action=words.CLEAR_FILTERS, action_icon="x")
    elif query.search:
        empty.set_content(words.nothing_found(query.search), icon="search", action=words.SHOW_ALL, action_icon="x")
    elif counts.get(spec.whole) and view is not None and whole is not None and view is not whole:
        title = view.empty or words.nothing_in_view(view.label, spec.what)
        act = view.act or PageAction("", words.show_view(whole.label), "list")
        empty.set_content(title, icon="list-checks", action=act.text, action_icon=act.icon)
    else:
        said, other = spec.empty, spec.empty.other
        empty.set_content(
            said.title,
            said.why,
            icon=said.icon,
            action=said.action,
            action_icon=said.action_icon,
            quiet=other.text if other is not None else "",
            quiet_icon=other.icon if other is not None else "",
        )
