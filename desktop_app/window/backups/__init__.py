"""Page of backups, restore and recovery: view, controller and memory."""
