"""Paper going out: one document value, rendered as text, ESC/POS bytes or PDF."""
