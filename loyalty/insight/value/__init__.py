"""What members will bring in the next twelve months, and when nothing can be said about it."""
