"""First start, at which the committee is founded: view and controller."""
