"""The plan of the commune, row by row, and how far each has come."""
