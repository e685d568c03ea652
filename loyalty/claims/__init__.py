"""Claims: a member presents a receipt, and it is credited once, as if the card had been shown."""
