"""Plain statements in other words: what two reports tell alike must agree, what they tell differently must contradict."""
