"""What a contributor runs from the checkout. Standard library only: it must work before set-up."""
