"""Lists as questions to SQL."""
