"""The counter: what the cashier sees (`state`), how it is drawn (`screen`), what it does
(`presenter`).
"""
