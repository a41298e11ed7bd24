"""Safety of the data under the window: the way back after damage, a file that went, a disk that fills up."""
