"""The books: entries, lots, counts, the chain, and acts that move points outside a sale."""
