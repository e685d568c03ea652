"""What people at head office see to: terminals, shops, members, programs, what was set aside."""
