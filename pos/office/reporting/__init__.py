"""What reports are made of: periods, figures, closed months."""
