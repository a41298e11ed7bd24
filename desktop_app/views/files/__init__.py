"""Attached files beside their records: the dialog with its list, previews, dropping and pasting."""
