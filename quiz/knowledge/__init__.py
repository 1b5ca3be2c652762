"""What a pack knows: its entities, relations and facts, and what may be said to be true, false or unknown."""
