"""The self-test of the installed program: each library is asked for one thing, and the report says what it found."""
