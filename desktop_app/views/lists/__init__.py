"""Common parts of all list pages: page, table, plan, texts and saved settings."""
