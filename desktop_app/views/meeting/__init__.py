"""The page of one meeting: agenda, attendance, invitations, course."""
