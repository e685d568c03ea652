"""What a phone opens without a log-in: keeping points, consent taken back, a question."""
