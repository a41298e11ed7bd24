"""Signals of the round trip of a paper for what the operator may want, shared by its parts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class PaperSignals(QObject):
    """Ids are those of records; a day comes as the date field understood it, None where it holds none."""

    sign_requested = Signal(int, int, object)
    """Signer, original and day."""
    sign_everywhere_requested = Signal(int, object)
    """Signer and day: on every original that lacks the name."""
    sign_original_requested = Signal(int, object)
    """Original and day: everybody who is missing on it."""
    remark_requested = Signal(int, int, object)
    """As signing, with a view that was written beside it by hand."""
    reservation_requested = Signal(int, int)
    """Signer and original of a recorded signature beside which a view was written by hand."""
    strike_requested = Signal(int, int)
    """Signer and original of a record made by mistake."""
    strike_batch_requested = Signal(int, int)
    """Signer and original of a record that is to be struck with all that the same act recorded."""
    notice_sent = Signal(object)
    """The notice as typed."""
    extracts_requested = Signal()
    """The letters that tell each unit what was adopted shall be printed."""
    scan_requested = Signal()
    """A scan of the signed paper shall be added."""
    scan_shown = Signal(int)
    """The scan of this original shall be looked at."""
    look_chosen = Signal(str)
    """The printed paper, or the scan, shall stand in the middle of the page."""
    close_requested = Signal()
    amend_requested = Signal()
    """A correction of the signed minutes shall be begun."""
    amendment_requested = Signal(int)
    """The correction that is begun shall be written on; the id is that of its version."""
    reached = Signal(object)
    """The keyboard came to this part of the panel, which shall then be in sight."""
