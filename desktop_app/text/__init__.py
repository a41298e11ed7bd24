"""Persian texts of the program: every sentence that code says, in one module per stem.

Examples: ``text/minutes/minutes.py``, ``text/meetings/meeting.py``.

Nothing is imported from here; ask the module of the stem. Constants are sentences without a blank,
functions have typed names for what they fill in. This room imports nothing of the others: facts come
in as plain values.
"""
