"""Every Persian sentence that code says, a module per stem: ``text/minutes/minutes.py``, ``text/meetings/meeting.py`` …

Nothing is imported from here; ask the module of the stem. Constants are sentences without a blank,
functions have typed names for what they fill in. This room imports nothing of the others: facts come
in as plain values.
"""
