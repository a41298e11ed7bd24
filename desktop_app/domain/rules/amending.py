"""Conditions for beginning a correction of signed minutes, and for dropping its draft."""

from __future__ import annotations

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import MINUTES, MinutesState, MinutesVersion, require_editable, was_taken_over


def require_can_amend(version: MinutesVersion, *, newest: int) -> None:
    """A correction begins from signed minutes that no later version follows yet; ``newest`` is the newest version."""
    if not MINUTES.allows(version.state, MinutesState.AMENDED):
        raise RuleBroken("amend_not_signed", state=version.state)
    if was_taken_over(version):
        raise RuleBroken("amend_taken_over")
    if newest > version.version:
        raise RuleBroken("amend_begun_already", version=newest)


def require_can_drop(version: MinutesVersion, base: MinutesVersion | None) -> None:
    """Only the draft of a correction is dropped, while the signed version ``base`` is still the one in force.

    A correction that was final once has numbered and moved what it changed; it is withdrawn and written to its end.
    """
    require_editable(version)
    if base is None:
        raise RuleBroken("drop_not_correction")
    if not MINUTES.allows(base.state, MinutesState.AMENDED):
        raise RuleBroken("drop_after_final")
