"""The two seed articles, line by line."""
