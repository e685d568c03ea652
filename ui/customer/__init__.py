"""What customers see for themselves: a second window beside the counter, and the kiosk."""
