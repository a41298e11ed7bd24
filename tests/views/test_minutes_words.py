"""Words of the strip: every guard that the rules know has one, and what stops has its sentence."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from desktop_app.domain.read_models.sheets import Guard, Level, Target
from desktop_app.domain.rules import attendance, guards, meetings, minutes
from desktop_app.window.minutes import asking_words, words
from desktop_app.window.minutes.strip import sorted_by_key

OTHER_PLACES = {
    meetings: {"attendance_incomplete", "substitute_without_name"},
    attendance: {"quorum_party_missing", "quorum_too_few"},
    minutes: {key for key in asking_words.known() if key.startswith("resolution_without_")},
}


def test_every_guard_has_a_word() -> None:
    source = Path(guards.__file__).read_text(encoding="utf-8")
    keys = {
        str(node.value)
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"Guard", "RuleBroken"}
        for node in [*call.args, *(word.value for word in call.keywords if word.arg == "key")]
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert keys
    assert keys <= asking_words.known()
    for module, expected in OTHER_PLACES.items():
        text = Path(str(module.__file__)).read_text(encoding="utf-8")
        assert expected <= set(re.findall(r'RuleBroken\("([a-z_]+)"', text))
        assert expected <= asking_words.known()
    deadlines = re.findall(
        r'RuleBroken\("([a-z_]+)"', Path(guards.__file__).with_name("deadlines.py").read_text("utf-8")
    )
    assert set(deadlines) <= asking_words.known()


def test_gaps_of_one_kind_stand_together_where_the_first_of_them_is() -> None:
    found = [Guard(key=key, level=Level.STOP, target=Target(clause_id=place)) for place, key in enumerate("abacb")]
    assert [guard.key for guard in sorted_by_key(found)] == ["a", "a", "b", "b", "c"]
    assert [guard.target.clause_id for guard in sorted_by_key(found)] == [0, 2, 1, 4, 3]


def test_the_longest_line_has_seventy_two_characters() -> None:
    assert len(words.LONGEST_LINE) == 72
