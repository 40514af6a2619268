"""What holds for the tree as a whole: imports, public names, lexicon files."""
