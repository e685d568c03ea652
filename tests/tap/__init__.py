"""The virtual printer, with real sockets and real processes."""
