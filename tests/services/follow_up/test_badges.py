"""What the way around says is what the lists hold."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import ListQuery, MinutesView, RegisterView, ResolutionView, TaskView
from desktop_app.services import lists
from desktop_app.services.follow_up.badges import waiting
from desktop_app.storage.file.folder import WorkContext, view_folder
from tests.journeys.clock import STORY_DAY, MovedClock
from tests.services.office_steps import Office, context_of


def test_the_counts_are_those_of_the_lists(demo_folder: Path) -> None:
    folder = view_folder(demo_folder, WorkContext(MovedClock(STORY_DAY)))
    try:
        found = waiting(context_of(folder.open_read))
        views = (MinutesView.IN_HAND, MinutesView.AWAITS_PEN)
        before_the_pen = sum(
            len(lists.MINUTES.ids(context_of(folder.open_read), ListQuery(view=view))) for view in views
        )
        assert found["minutes"].waiting == before_the_pen == 1
        assert found["resolutions"].waiting == len(
            lists.RESOLUTIONS.ids(context_of(folder.open_read), ListQuery(view=ResolutionView.OPEN))
        )
        assert (
            found["tasks"].late == len(lists.TASKS.ids(context_of(folder.open_read), ListQuery(view=TaskView.LATE))) > 0
        )
        unanswered = lists.REGISTERS.ids(context_of(folder.open_read), ListQuery(view=RegisterView.WAITING))
        assert found["registers"].waiting == len(unanswered)
        assert found["tasks"].waiting == len(
            lists.TASKS.ids(context_of(folder.open_read), ListQuery(view=TaskView.REPORTED))
        )
    finally:
        folder.close()


def test_what_concerns_no_list_is_not_counted(office: Office) -> None:
    """Deadlines run until the next meeting, so an act on meetings concerns what is late."""
    assert waiting(office.context, Changed.MINUTES).keys() == {"minutes"}
    for changed in (Changed.MEETINGS, Changed.TASKS, Changed.RESOLUTIONS, Changed.SETTINGS):
        assert waiting(office.context, changed).keys() == {"resolutions", "tasks"}
    assert waiting(office.context, Changed.MEMBERS | Changed.REGISTERS) == {}
    assert "registers" in waiting(office.context)
