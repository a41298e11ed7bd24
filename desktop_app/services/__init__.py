"""What the operator does, one function per act: open a unit of work, ask the rules, commit once."""
