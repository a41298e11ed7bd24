"""Which shaper this machine has."""

from __future__ import annotations

from desktop_app.printing.typesetting.shaper import Shaper


def installed() -> Shaper:
    """HarfBuzz, or the joining forms where this machine has no HarfBuzz."""
    try:
        from desktop_app.printing.typesetting.harfbuzz import HarfBuzz
    except ImportError:
        from desktop_app.printing.typesetting.joining import JoiningForms

        return JoiningForms()
    return HarfBuzz()
