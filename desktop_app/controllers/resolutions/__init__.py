"""The list of resolutions, and the sheet of one."""
