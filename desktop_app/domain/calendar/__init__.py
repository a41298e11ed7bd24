"""Days, hours and working days, Jalali and Gregorian."""
