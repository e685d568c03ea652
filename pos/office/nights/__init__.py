"""What head office does by itself: a plan in the database, and its nights."""
