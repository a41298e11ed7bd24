"""Print setup of the office for papers from now on: read, judged and saved; papers that are final keep their own."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.print_setup import PrintSetup, setup_refusals
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.services.context import Context
from desktop_app.services.office.settings import put_settings


def print_setup(context: Context) -> PrintSetup:
    """What is wanted as it stands."""
    with context.read() as work:
        return work.settings().print_setup


def print_setup_refusals(setup: PrintSetup) -> tuple[RuleBroken, ...]:
    """Everything that forbids to save it, each beside its own field."""
    return tuple(setup_refusals(setup))


def save_print_setup(context: Context, setup: PrintSetup, seen: PrintSetup) -> Outcome:
    """Store what differs from the setup that was ``seen``."""
    for refused in setup_refusals(setup):
        raise refused
    with context.write() as work:
        stored = work.settings()
        kept = stored.print_setup
        if (setup.typography.font, setup.fonts) != (seen.typography.font, seen.fonts):
            font = setup.typography.font
            kept = replace(kept, fonts=setup.fonts, typography=replace(kept.typography, font=font))
        if replace(setup.typography, font="") != replace(seen.typography, font=""):
            kept = replace(kept, typography=replace(setup.typography, font=kept.typography.font))
        if setup.profile is not seen.profile:
            kept = replace(kept, profile=setup.profile)
        put_settings(work, context.clock, replace(stored, print_setup=kept))
        return work.record(Outcome(changed=Changed.SETTINGS))
