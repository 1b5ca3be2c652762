"""One page of the game a module, its style beside it."""
