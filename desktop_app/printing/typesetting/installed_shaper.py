"""Choice of the text shaper that this machine has: HarfBuzz, else the joining forms."""

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
