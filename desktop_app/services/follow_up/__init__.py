"""Follow-up of resolutions and tasks after adoption."""
