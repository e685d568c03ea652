"""The rules: tables of examples as text, and properties over arbitrary histories."""
