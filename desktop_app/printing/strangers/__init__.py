"""Child process for files from elsewhere: what opens, draws and reads them runs there, within limits."""
