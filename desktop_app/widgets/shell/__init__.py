"""Parts of the main window and of pages: navigation, actions, cards, shortcuts."""
