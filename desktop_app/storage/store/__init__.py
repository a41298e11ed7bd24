"""The unit of work: reads and writes records, keeps audit, search text and facts equal to them, asks lists."""
