"""Days and times: fields, popup, grids, courses."""
