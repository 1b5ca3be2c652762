"""The map as plain geometry: a polyline of degrees becomes dots of a braille grid, with no widget and no file."""
