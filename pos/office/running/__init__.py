"""Head office's first hour, its certificate, and its service until told to stop."""
