"""Rounds as plain data: rules, questions chosen, a state machine, grades and points. Nothing here opens or reads."""
