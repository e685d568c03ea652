"""Reports: one value, told the same on the screen, on paper and in files."""
