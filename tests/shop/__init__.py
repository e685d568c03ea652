"""The shop: its use cases and its command line, on real ledger files."""
