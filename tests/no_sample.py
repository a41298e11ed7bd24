"""Records of the demo as those of an office that is no sample: their papers bear codes."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.services.context import Context


def no_sample(context: Context) -> None:
    """From now on its papers are printed with their marks."""
    with context.of_act().write() as work:
        work.put_settings(replace(work.settings(), sample=False))
        work.commit()
