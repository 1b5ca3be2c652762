"""Proofs looked at again: every question of a bank is derived anew from the pack, by another path than it was made."""
