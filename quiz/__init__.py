"""An educational quiz about a border: facts are data, every question is derived from them and carries its proof."""
