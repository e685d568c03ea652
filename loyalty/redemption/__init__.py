"""Redeeming: what can be had on a basket, why not, and what it does to the lines."""
