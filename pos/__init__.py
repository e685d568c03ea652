"""The shop: everything that touches the world, except the screen."""
