"""Devices: what scanners, cameras and printers do, without any of them."""
