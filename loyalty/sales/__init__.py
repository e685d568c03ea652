"""A basket confirmed, returned, taken back, or replayed under other rules."""
