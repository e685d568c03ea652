"""Paper, in and out: reading receipts and writing slips. Knows no device, no store, no Qt."""
