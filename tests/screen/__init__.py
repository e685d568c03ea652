"""The screen ring: state in, what is shown; gesture in, what is wished."""
