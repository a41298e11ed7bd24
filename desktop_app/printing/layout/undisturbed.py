"""Long work that makes no circles of objects, without the collector that looks for them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
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
