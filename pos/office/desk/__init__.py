"""What terminals come to: hello, push, what is new, answers; and head office's recovery."""
