"""Help of the program: pages and controllers."""
