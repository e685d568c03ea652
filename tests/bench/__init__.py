"""Measurements: each prints JSON with a ratio against a floor of the same run."""
