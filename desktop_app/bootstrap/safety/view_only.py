"""Band over a folder that is open for reading only: why, what to do, and what is wrong with its data besides."""

from __future__ import annotations

from desktop_app.bootstrap.safety.guided_recovery import GuidedRecovery
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.text import shell as words
from desktop_app.text.office import backups
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.style.tokens import Tone
from desktop_app.wiring import Office


def tell_view_only(window: MainWindow, guided: GuidedRecovery, office: Office, why: EnvironmentProblem) -> None:
    """Tell for which refusal nothing can be written here; damaged data lead to recovery as well."""
    folder = office.folder
    if why.key == "looked_at":
        made = str(why.facts["made"])
        window.show_band(backups.LOOKING, backups.looking_at(made), Tone.WARNING)
        return
    if not folder.findings:
        window.show_band(words.VIEW_ONLY, words.VIEW_ONLY_BECAUSE[why.key], Tone.WARNING)
        return
    because = words.VIEW_ONLY_FOUND_BECAUSE[why.key]
    notice = window.show_notice(words.VIEW_ONLY, because, words.NOTICED, Tone.WARNING)
    guided.room_wanted.connect(notice.deleteLater)
    guided.offer(office)
