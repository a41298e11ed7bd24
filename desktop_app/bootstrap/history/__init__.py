"""«تاریخچه», wired to the open office."""
