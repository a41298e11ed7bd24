"""Self-test of the installed program: one test for each library, and a report of the results."""
