"""Charts without a screen: what is to be seen, laid out as plain shapes that anything can draw."""
