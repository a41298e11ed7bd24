"""Messages for refusals of the machine (disk, folder, files); each sentence ends with what the operator can do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.tables import Table

REFUSALS: Final[Table] = {
    "folder_not_writable": lambda facts: (
        f"در پوشهٔ «{left_to_right(facts['folder'])}» نمی‌توان نوشت. پوشهٔ دیگری برگزینید یا از مدیر رایانه اجازهٔ نوشتن در آن را بخواهید."
    ),
}
