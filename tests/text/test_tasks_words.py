"""Words of tasks that depend on what was typed."""

from __future__ import annotations

from desktop_app.words import tasks as words


def test_a_call_without_a_name_ends_with_no_comma() -> None:
    assert words.teller(words.phoned("")) == "تلفنی"
    assert words.teller(words.phoned("خانم نکویی")) == "تلفنی، خانم نکویی"
