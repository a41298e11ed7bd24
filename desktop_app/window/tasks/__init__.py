"""The page of tasks and their follow-up, and its controllers."""
