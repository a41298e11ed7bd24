"""Tests of taking over a committee that met before."""
