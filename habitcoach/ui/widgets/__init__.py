"""Painted and styled parts that several screens share."""
