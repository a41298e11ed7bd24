"""«بررسی کاغذ»: what a paper is, and whether it holds."""
