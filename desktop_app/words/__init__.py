"""Persian texts that pages and the command line share: states, dates, refusals, records."""
