"""Words of resolutions and tasks."""
