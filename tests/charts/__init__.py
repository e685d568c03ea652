"""Charts: what is laid out, and that paper, SVG and screen draw it alike."""
