"""Backups of a data folder: make, verify, list, thin out and restore them.

A place of backups is a folder. Each backup is a folder in it, ``000042-20260301T100000Z``, with a copy of the database
and ``manifest.json``, which is written last: a folder without one is no backup. Beside them ``files/ab/<sha256>`` holds
the bytes of every file that the office keeps, once for all backups. Nothing in it names a path of a machine, no link is
used and no time is compared, so that a place may lie on a stick with FAT and be read on any machine.
"""
