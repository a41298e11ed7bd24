"""What the program says and asks: notices, bands, dialogs, states."""
