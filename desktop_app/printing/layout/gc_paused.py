"""Pause of the garbage collector for long work that makes no cycles of objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """No search for unreachable circles meanwhile, which would go through every word of a year book again and again.

    Where somebody else has paused it already, it stays paused.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()
