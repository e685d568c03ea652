"""The screen: the only room that imports PySide6."""
