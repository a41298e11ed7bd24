"""Reading of files from elsewhere in a child process: what asks for it, and what opens, draws and reads there."""
