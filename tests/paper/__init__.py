"""Tests of the paper room: what is worded, laid out and sent to printers and files."""
