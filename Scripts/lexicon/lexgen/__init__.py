"""Generates the open-source part of the English knowledge pack; see ../README.md."""
