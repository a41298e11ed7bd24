"""First start of an office, wired: its page, where its data lie, and a backup of another machine."""
