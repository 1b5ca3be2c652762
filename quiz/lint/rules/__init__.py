"""The rules, one small module a family; `quiz.lint.linting` names them all."""
