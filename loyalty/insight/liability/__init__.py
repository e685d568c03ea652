"""What outstanding points will cost, and how much of a sale's revenue waits for them."""
