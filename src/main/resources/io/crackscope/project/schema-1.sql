-- What the inspection is about: one row.
CREATE TABLE project (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    title TEXT NOT NULL,
    structure TEXT NOT NULL,
    element TEXT NOT NULL,
    inspector TEXT NOT NULL,
    client TEXT NOT NULL,
    day TEXT NOT NULL,
    remarks TEXT NOT NULL
) STRICT;

-- A row is never deleted: a photo that a person takes out is marked, and what is known of it stays.
-- path: below the project's folder with slashes, else absolute. sha256 and facts: since the first answer.
CREATE TABLE photo (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place INTEGER NOT NULL,
    path TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    sha256 TEXT,
    width INTEGER,
    height INTEGER,
    taken TEXT,
    camera TEXT,
    latitude REAL,
    longitude REAL
) STRICT;

CREATE INDEX photo_path ON photo (path);

CREATE TABLE review (
    photo INTEGER PRIMARY KEY REFERENCES photo (id),
    decision TEXT CHECK (decision IN ('crack', 'no_crack', 'unsure')),
    note TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- Notes that are being typed.
CREATE TABLE draft (
    photo INTEGER PRIMARY KEY REFERENCES photo (id),
    note TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT;

CREATE TABLE scale (
    photo INTEGER PRIMARY KEY REFERENCES photo (id),
    mm_per_pixel REAL NOT NULL CHECK (mm_per_pixel > 0),
    source TEXT NOT NULL
) STRICT;

CREATE TABLE model (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE (name, sha256)
) STRICT;

-- What models answered: a verdict with its figures, or a refusal.
CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo INTEGER NOT NULL REFERENCES photo (id),
    model INTEGER NOT NULL REFERENCES model (id),
    at TEXT NOT NULL,
    photo_sha256 TEXT,
    verdict TEXT CHECK (verdict IN ('crack', 'uncertain', 'no_crack')),
    probability REAL,
    uncertain_from REAL,
    crack_from REAL,
    millis INTEGER,
    evidence INTEGER NOT NULL,
    refusal TEXT,
    refusal_detail TEXT,
    CHECK ((verdict IS NULL) <> (refusal IS NULL))
) STRICT;

CREATE INDEX answer_photo ON answer (photo, id);

-- Where in the photo, deflated; apart from the answers so that these are read fast. The form: class FindingsForm.
CREATE TABLE findings (
    answer INTEGER PRIMARY KEY REFERENCES answer (id),
    content BLOB NOT NULL
) STRICT;

-- What can be undone (undone = 0, last first) and done again (undone = 1, first first).
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    decision TEXT,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE step_change (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
    aspect TEXT NOT NULL,
    photo INTEGER REFERENCES photo (id),
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;

CREATE INDEX step_change_step ON step_change (step);

-- Who did what when. The form that is hashed: class AuditTrail.
CREATE TABLE trail (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    photo INTEGER,
    photo_name TEXT NOT NULL,
    detail TEXT NOT NULL,
    model_name TEXT,
    model_sha256 TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

-- The last entry once more: that the last ones are missing shows, and stays visible when others follow.
CREATE TABLE trail_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

INSERT INTO trail_head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER trail_keeps_entries BEFORE UPDATE ON trail
BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;

CREATE TRIGGER trail_loses_none BEFORE DELETE ON trail
BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the audit trail'); END;

CREATE TRIGGER answer_is_kept BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'the answer of a model is never changed'); END;

CREATE TRIGGER answer_is_not_lost BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'the answer of a model is never deleted'); END;
