"""The page of the registers of letters, its parts and its controllers."""
