"""A real evening: head office, windows and the line between them as processes of their own."""
