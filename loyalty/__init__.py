"""The rules of the loyalty program: pure values and functions.

No clock, no files, no Qt, no SQL: everything here can be proved with a table of examples.
"""
