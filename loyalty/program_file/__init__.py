"""The gate every program comes through: text to values and back, checks, schema, differences."""
