"""Facts into questions: kinds make them, distractors are refuted, a draw chooses what one player sees."""
