"""The virtual printer: between an existing POS and its printer, moving bytes and reading along."""
