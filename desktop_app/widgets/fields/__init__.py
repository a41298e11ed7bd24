"""Input fields and forms, and their unsaved contents."""
