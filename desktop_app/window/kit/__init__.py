"""Shared parts of the pages: lists, forms, drafts, destinations and undo."""
