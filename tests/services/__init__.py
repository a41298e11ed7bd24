"""Tests of the services, on fakes in memory."""
