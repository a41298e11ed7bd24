"""Handling of unforeseen errors: caught once, logged without personal data, shown to the operator, work kept.

No Qt here, so that the command line uses the same log; the window shows them through :mod:`.presenter`.
"""

from desktop_app.faults.hooks import Faults
from desktop_app.faults.log import close_log, open_log

__all__ = ["Faults", "close_log", "open_log"]
