"""Laws that hold for every input: one hypothesis strategy per type of the model, one test per law."""
