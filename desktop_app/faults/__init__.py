"""What nobody foresaw: caught once, written down without personal data, told to the operator, work kept.

No Qt here, so that the command line uses the same log; the window's dialog is :mod:`.dialog`.
"""

from desktop_app.faults.hooks import Faults
from desktop_app.faults.log import open_log
from desktop_app.faults.report import Report, describe

__all__ = ["Faults", "Report", "describe", "open_log"]
