"""Backups in the window: their page, automatic ones, a window over one, and the restore of one."""
