"""The page «دفتر صادره و وارده»: its list, the paper beside it, and its forms."""
