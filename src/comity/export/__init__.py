"""What leaves the house: JSON shapes and tables."""
