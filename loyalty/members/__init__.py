"""Members: who they are, what rules may know of their past, and what they get besides sales."""
