"""The manager's room: what a manager reads and does, in the counter's window and behind its key."""
