"""The list of tasks, and the sheet of one."""
