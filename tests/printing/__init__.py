"""Proofs of the paper."""
