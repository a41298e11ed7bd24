"""What a kept text is called is what the screens call it."""

from __future__ import annotations

from desktop_app.window.shell import words as typed_drafts
from desktop_app.words import invitations


def test_a_kept_guest_is_named_as_on_the_screens() -> None:
    for place in (("meeting", "new_guest"), ("guest", "guest")):
        assert typed_drafts.FORMS[place].startswith(invitations.GUEST)


def test_a_draft_put_back_is_not_said_to_be_saved() -> None:
    assert "هنوز ثبت نشده است" in typed_drafts.PUT_BACK
