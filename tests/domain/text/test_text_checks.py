"""Characters that a font cannot draw are named before anything is printed."""

from __future__ import annotations

from desktop_app.domain.rules.typed_text import MissingCharacter, missing_characters

SUPPORTED = frozenset(map(ord, "abc آبی"))


def test_each_missing_character_is_named_where_it_first_stands() -> None:
    assert missing_characters("ab☎ آ😀☎", SUPPORTED) == (
        MissingCharacter("☎", 0x260E, 2, 2),
        MissingCharacter("😀", 0x1F600, 5, 1),
    )


def test_what_needs_no_ink_is_not_missing() -> None:
    assert missing_characters("آ\u200cب\u200d\nی\u2067a\u2069\u200f", SUPPORTED) == ()


def test_a_tab_and_a_private_character_are_missing() -> None:
    assert [found.code_point for found in missing_characters("a\tb\ue000", SUPPORTED)] == [9, 0xE000]


def test_an_empty_text_lacks_nothing() -> None:
    assert missing_characters("", frozenset()) == ()
