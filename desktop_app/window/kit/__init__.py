"""What pages share: lists, forms, drafts, destinations and undo."""
