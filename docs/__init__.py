"""Documentation, and the program that draws its pictures (`python -m docs.pictures`)."""
