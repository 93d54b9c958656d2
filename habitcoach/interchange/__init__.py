"""Formats that other programs write and read, one file each. Text in them is data."""
