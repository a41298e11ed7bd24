"""The rules of the house, as tests in plain sentences."""
