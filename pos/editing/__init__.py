"""Editing what the shop sets: programs in the making, tried on baskets, published, rolled back."""
