"""The registers of papers, wired."""
