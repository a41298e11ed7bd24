"""Steps of the first start."""
