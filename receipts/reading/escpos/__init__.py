"""What a POS sends its printer: commands with exact lengths, the text in them, and the sale."""
