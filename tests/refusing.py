"""A short way to say in tests: this act is refused with that key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop_app.domain.errors import Refused


@contextmanager
def refused(key: str, field: str | None = None, **facts: object) -> Iterator[pytest.ExceptionInfo[Refused]]:
    """Expect a refusal with this key, beside this field, and with these facts among its own."""
    with pytest.raises(Refused) as caught:
        yield caught
    assert caught.value.key == key
    if field is not None:
        assert caught.value.field == field
    assert {name: caught.value.facts.get(name) for name in facts} == facts
