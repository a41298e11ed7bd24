"""Types of the tables of refusal texts by key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Facts = Mapping[str, object]
"""What a refusal carries besides its key: plain values, by name."""

Table = Mapping[str, Callable[[Facts], str]]
"""From a refusal's key to the function that makes its sentence."""
