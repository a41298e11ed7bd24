"""Dabirkhaneh: the secretariat of a two-party committee, from its agenda to a page ready for the pen."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
