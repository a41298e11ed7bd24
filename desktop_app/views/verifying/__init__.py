"""«بررسی برگه»: what a paper is, and whether it holds."""
