"""The window itself, and the dialog of the next start after a crash."""
