"""Backups in the window: their page, automatic ones, a look into one, and the restore of one."""
