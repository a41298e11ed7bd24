"""Sentences of refusals, by the record that they speak of."""
