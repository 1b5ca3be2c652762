"""One module a kind of question; each turns what the pack knows into questions or refusals with a reason."""
