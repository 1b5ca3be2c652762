"""The bank and the saves: small functions on an open database. Only `play`, `review` and the commands come here."""
