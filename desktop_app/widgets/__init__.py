"""The program's own controls: one look, keyboard first, a name for every reader of the screen."""
