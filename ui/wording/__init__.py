"""Words: the language in force, sentences for every code, figures as the reader writes them."""
