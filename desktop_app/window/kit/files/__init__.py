"""The panel of attached files that pages share."""
