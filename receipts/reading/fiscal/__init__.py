"""The codes that tax offices have shops print, one format a file. `schemes.py` lists them."""
