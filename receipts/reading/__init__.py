"""Paper coming in: the codes of receipts, our own claim code, and the text of a receipt."""
