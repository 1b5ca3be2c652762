"""The linter of item-writing flaws: what a careful teacher would object to in an item, found in its words alone."""
