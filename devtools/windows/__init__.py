"""Windows on this machine: a genuine interpreter under Wine, and what is run and built with it."""
