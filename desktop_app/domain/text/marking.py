"""Match finder: the slices of a text in which a query stands, whatever its spelling, for a list to mark."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.text.folding import Folded, Form, all_forms, fold, fold_with_offsets

SQUEEZED_FROM = 3
"""Letters from which words written together or apart are found as well; below it chance hits abound."""


def marked_spans(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Slices ``(start, end)`` of ``text`` that hold the query, in order and apart from each other.

    The whole query is looked for first; where it is nowhere, each of its words of two letters or more.
    """
    folded = {form: fold_with_offsets(text, form) for form in Form}
    found = _places(folded, query)
    if not found:
        for word in fold(query, Form.SPACED).split():
            if len(word) > 1:
                found |= _places(folded, word)
    return _merged(found)


def holds(text: str, query: str) -> bool:
    """Whether every word of the query stands in the text, by the rule by which the search finds records."""
    return forms_hold(all_forms(text), query)


def forms_hold(forms: Mapping[Form, str], query: str) -> bool:
    """The same of a text that is folded already, for many questions about it."""
    return all(_is_in(forms, word) for word in query.split())


def _is_in(forms: Mapping[Form, str], word: str) -> bool:
    squeezed = fold(word, Form.SQUEEZED)
    if len(squeezed) >= SQUEEZED_FROM:
        return squeezed in forms[Form.SQUEEZED]
    return any(fold(word, form) in forms[form] for form in (Form.SPACED, Form.JOINED))


def _places(folded: dict[Form, Folded], query: str) -> set[tuple[int, int]]:
    found = _occurrences(folded[Form.JOINED], fold(query, Form.JOINED))
    found |= _occurrences(folded[Form.SPACED], fold(query, Form.SPACED))
    squeezed = fold(query, Form.SQUEEZED)
    if not found and len(squeezed) >= SQUEEZED_FROM:
        found = _occurrences(folded[Form.SQUEEZED], squeezed)
    return found


def _occurrences(folded: Folded, wanted: str) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    place = folded.text.find(wanted) if wanted else -1
    while place >= 0:
        found.add(folded.span(place, place + len(wanted)))
        place = folded.text.find(wanted, place + len(wanted))
    return found


def _merged(spans: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
