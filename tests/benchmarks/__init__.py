"""Measurements too heavy for every change: `python3 dev.py bench`; the last table is in `last.md`.

Times on a shared machine mean little by themselves, so each measurement is a ratio to something plain
that is run in turn with it, in processes of its own, and the middle of several runs counts.
"""
