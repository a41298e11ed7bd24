"""Services for the acts of the operator, one function per act: open a unit of work, ask the rules, commit once."""
