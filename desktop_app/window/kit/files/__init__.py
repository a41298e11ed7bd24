"""The dialog of attached files, shared by the pages."""
