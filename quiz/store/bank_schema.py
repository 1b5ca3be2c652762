"""The tables of a bank. A bank is never migrated: one with another layout is built anew."""

from quiz.errors import BankError
from quiz.store.database import FileKind

BANK = FileKind(
    noun="bank of questions",
    application_id=0x515A424B,  # "QZBK"
    version=1,
    error=BankError,
    mend="Delete it or move it away: it is built anew when it is needed",
)

TOLD = {"pack", "title", "content_hash", "generator_version", "border"}
"""What the table `meta` has a row for."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (id TEXT PRIMARY KEY, title TEXT NOT NULL, date TEXT NOT NULL, licence TEXT NOT NULL);
CREATE TABLE topics (id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL);
CREATE TABLE kinds (kind TEXT PRIMARY KEY, type_words TEXT NOT NULL);
CREATE TABLE entities (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, what TEXT NOT NULL
);
CREATE TABLE names (
    entity TEXT NOT NULL REFERENCES entities (id), name TEXT NOT NULL, alias INTEGER NOT NULL,
    PRIMARY KEY (entity, name)
);
CREATE TABLE facts (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, theme TEXT NOT NULL, depth TEXT NOT NULL, statement TEXT NOT NULL,
    source TEXT NOT NULL, subject TEXT NOT NULL, relation TEXT NOT NULL, object_text TEXT NOT NULL,
    not_asked TEXT NOT NULL
);
CREATE TABLE fact_topics (
    fact TEXT NOT NULL REFERENCES facts (id), topic TEXT NOT NULL REFERENCES topics (id), PRIMARY KEY (fact, topic)
);
CREATE TABLE questions (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, family TEXT NOT NULL, kind TEXT NOT NULL, shape TEXT NOT NULL,
    theme TEXT NOT NULL, depth TEXT NOT NULL, stem TEXT NOT NULL, answer TEXT NOT NULL, explanation TEXT NOT NULL,
    source TEXT NOT NULL, difficulty REAL NOT NULL, few_options TEXT NOT NULL, wants TEXT NOT NULL,
    longitude REAL, latitude REAL, option_count INTEGER NOT NULL
);
CREATE TABLE question_topics (
    question TEXT NOT NULL REFERENCES questions (id), position INTEGER NOT NULL,
    topic TEXT NOT NULL REFERENCES topics (id), PRIMARY KEY (question, topic)
);
CREATE TABLE question_facts (
    question TEXT NOT NULL REFERENCES questions (id),
    role TEXT NOT NULL CHECK (role IN ('asks', 'rests_on', 'reveals', 'shows')),
    position INTEGER NOT NULL, fact TEXT NOT NULL REFERENCES facts (id), PRIMARY KEY (question, role, fact)
);
CREATE TABLE distractors (
    question TEXT NOT NULL REFERENCES questions (id), position INTEGER NOT NULL, key TEXT NOT NULL,
    text TEXT NOT NULL, rank REAL, plausibility REAL NOT NULL, verdict INTEGER NOT NULL, reason TEXT NOT NULL,
    facts TEXT NOT NULL, closure TEXT NOT NULL, sentence TEXT NOT NULL, clashes TEXT NOT NULL, reveals TEXT NOT NULL,
    PRIMARY KEY (question, key)
);
CREATE TABLE refusals (
    fact TEXT NOT NULL, kind TEXT NOT NULL, slot TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL
);
CREATE INDEX questions_by_theme ON questions (theme, depth);
CREATE INDEX question_topics_by_topic ON question_topics (topic, question);
CREATE INDEX question_facts_by_fact ON question_facts (fact, role);
"""
