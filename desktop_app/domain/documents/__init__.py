"""Documents as they are frozen for paper."""
