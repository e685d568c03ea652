"""The text of a receipt, from a picture or a printer's stream, read into what a person checks."""
