"""What a shop brings from another system: files of members, balances, products and sales."""
