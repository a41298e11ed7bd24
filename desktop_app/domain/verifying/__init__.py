"""Rules of verifying papers: codes as they are typed, and the verdict."""
