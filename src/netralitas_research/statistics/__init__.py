"""Statistics as pure functions: numbers and frames in, results out; imports no other room."""
