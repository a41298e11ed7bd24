"""The page «دفتر وارده و صادره»: its list, the paper beside it, and its forms."""
