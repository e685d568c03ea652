"""Receipts read: what each code says, and what is never believed."""
