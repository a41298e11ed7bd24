"""Tests of the services, each on a real data folder of its own."""
