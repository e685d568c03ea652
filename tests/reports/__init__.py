"""Reports: written, set on paper, put into files, made from the books."""
