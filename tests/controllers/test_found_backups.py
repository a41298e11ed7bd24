"""What guided recovery says of the backup that it offers: one made before a restore holds what that restore undid."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.read_models.backups import Backup, BackupDamage, BackupKind, NewestBackup, RestorePlan, Verdict
from desktop_app.window.backups.recovery_controller import cost, found_text
from desktop_app.words import backups
from desktop_app.words import recovery as words


@pytest.mark.parametrize("kind", [BackupKind.BEFORE_RESTORE, BackupKind.AUTOMATIC])
def test_a_backup_made_before_a_restore_is_offered_as_that(kind: BackupKind) -> None:
    made = "2023-05-13T08:00:00Z"
    backup = Backup(Path("backups/000002"), 2, kind, made, schema=9, verdict=Verdict.VERIFIED)
    told = found_text(NewestBackup(RestorePlan(backup, replaces=True))).split("\n")
    assert (words.BEFORE_RESTORE in told) == (kind is BackupKind.BEFORE_RESTORE)


def test_no_more_than_three_that_were_passed_over_are_named() -> None:
    over = tuple(
        Backup(
            Path(f"backups/00000{number}"),
            number,
            verdict=Verdict.DAMAGED,
            flaw=BackupDamage.RECORDS,
            last_entry=number,
        )
        for number in range(1, 6)
    )
    told = found_text(NewestBackup(None, over, Path("usb"))).split("\n")
    assert sum(backups.FLAWS["records"] in line for line in told) == 3
    assert words.more_passed_over(2) in told
    assert words.unreached("usb") in told


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (RestorePlan(Backup(Path("one")), replaces=True, lost_entries=7, lost_days=2), words.cost(7, 2, known=True)),
        (RestorePlan(Backup(Path("one")), replaces=True), words.cost(0, 0, known=True)),
        (RestorePlan(Backup(Path("one")), replaces=True, counted=False), words.cost(0, 0, known=False)),
        (None, ""),
    ],
)
def test_what_it_costs_is_one_short_phrase(plan: RestorePlan | None, told: str) -> None:
    assert cost(NewestBackup(plan)) == told
