"""Reading of foreign files in a child process: jobs, and the code that opens, draws and reads files there."""
