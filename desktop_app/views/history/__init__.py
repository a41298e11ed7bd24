"""The page «تاریخچه»: what was done to a record, or in the whole office."""
