"""The command line: the same use cases as the counter's, for terminals and scripts."""
