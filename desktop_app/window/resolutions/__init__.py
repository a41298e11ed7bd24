"""The page of resolutions and its controller."""
