"""Words of released paper templates; they never change."""
