"""Earning: what a basket earns, step by step, and why."""
