"""Deferred Python modules: imported by name, loaded on first use of an attribute.

SQLAlchemy imports ``asyncio`` for drivers that this program has not, and the metadata of distributions for plugins
that it does not take: some sixty modules at each start. :class:`importlib.util.LazyLoader` does not help: an import
statement alone already makes it load.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from threading import RLock
from types import ModuleType
from typing import Any


class _DeferredModule(ModuleType):
    """A stand-in that loads its module on the first use of an attribute."""

    def __init__(self, name: str, functions: Iterable[str]) -> None:
        super().__init__(name)
        self.__dict__["turn"] = RLock()
        for function in functions:
            self.__dict__[function] = _deferred_function(self, function)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        return getattr(self.loaded(), name)

    def loaded(self) -> ModuleType:
        """Load the module and put it in ``sys.modules``; return it."""
        with self.__dict__["turn"]:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return import_module(self.__name__)


def _deferred_function(module: _DeferredModule, name: str) -> Callable[..., object]:
    def call(*arguments: object, **named: object) -> object:
        found: object = getattr(module.loaded(), name)(*arguments, **named)
        return found

    return call


def defer(name: str, functions: Iterable[str] = ()) -> None:
    """Defer a module unless it is loaded; its ``functions`` can be imported without loading it."""
    if name not in sys.modules:
        sys.modules[name] = _DeferredModule(name, functions)
