"""The sentences of broken rules of the committee, a module per stem; screens' own words stand outside."""
