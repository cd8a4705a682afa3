-- What is being typed about the inspection. The form: class Forms.
CREATE TABLE facts_draft (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    form TEXT NOT NULL
) STRICT;
