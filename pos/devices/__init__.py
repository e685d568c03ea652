"""Scanners, cameras and printers behind small protocols, each with a null and a scripted twin."""
