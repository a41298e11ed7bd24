"""Tests; the folders mirror desktop_app/, journeys/ drive the window, architecture/ guards the walls."""
