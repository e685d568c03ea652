CREATE TABLE balance (
	merchant INTEGER NOT NULL,
	member BLOB NOT NULL,
	points INTEGER NOT NULL,
	owed INTEGER NOT NULL,
	entries INTEGER NOT NULL,
	PRIMARY KEY (merchant, member),
	CHECK (points >= 0 AND owed >= 0)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE entry (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	source BLOB NOT NULL,
	kind INTEGER NOT NULL,
	at_ms INTEGER NOT NULL,
	bizdate INTEGER NOT NULL,
	member BLOB,
	program INTEGER NOT NULL,
	body TEXT NOT NULL,
	hash BLOB NOT NULL,
	PRIMARY KEY (merchant, terminal, epoch, seq),
	UNIQUE (merchant, source, kind),
	CHECK (kind BETWEEN 1 AND 8),
	CHECK (length(source) = 16 AND length(hash) = 32)
)
 STRICT
;
CREATE INDEX entry_day ON entry (merchant, bizdate, kind)
;
CREATE INDEX entry_member ON entry (merchant, member, terminal, epoch, seq) WHERE member IS NOT NULL
;
CREATE TABLE epoch (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	began_ms INTEGER NOT NULL,
	why TEXT NOT NULL,
	PRIMARY KEY (merchant, terminal, epoch)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE lot (
	merchant INTEGER NOT NULL,
	member BLOB NOT NULL,
	side INTEGER NOT NULL,
	lot_terminal INTEGER NOT NULL,
	lot_epoch INTEGER NOT NULL,
	lot_seq INTEGER NOT NULL,
	earned_ms INTEGER NOT NULL,
	expires INTEGER,
	points INTEGER NOT NULL,
	PRIMARY KEY (merchant, member, side, lot_terminal, lot_epoch, lot_seq),
	CHECK (points > 0 AND side BETWEEN 1 AND 2)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX lot_expires ON lot (merchant, expires) WHERE expires IS NOT NULL AND side = 1
;
CREATE TABLE member (
	merchant INTEGER NOT NULL,
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	phone TEXT NOT NULL,
	phone_reversed TEXT NOT NULL,
	joined INTEGER NOT NULL,
	language TEXT NOT NULL,
	status TEXT NOT NULL,
	why_blocked TEXT NOT NULL,
	PRIMARY KEY (merchant, id)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX member_phone ON member (merchant, phone_reversed) WHERE phone_reversed != ''
;
CREATE TABLE operator (
	merchant INTEGER NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	badge TEXT NOT NULL,
	language TEXT NOT NULL,
	active INTEGER NOT NULL,
	pin_hash TEXT NOT NULL,
	pin_failures INTEGER NOT NULL,
	pin_failed_ms INTEGER NOT NULL,
	PRIMARY KEY (merchant, id)
)
 WITHOUT ROWID,
 STRICT
;
CREATE UNIQUE INDEX operator_badge ON operator (merchant, badge) WHERE badge != ''
;
CREATE TABLE program (
	merchant INTEGER NOT NULL,
	number INTEGER NOT NULL,
	starts_on INTEGER NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (merchant, number)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE setting (
	merchant INTEGER NOT NULL,
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (merchant, name)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE shift (
	merchant INTEGER NOT NULL,
	id BLOB NOT NULL,
	terminal INTEGER NOT NULL,
	operator TEXT NOT NULL,
	opened_ms INTEGER NOT NULL,
	closed_ms INTEGER,
	PRIMARY KEY (merchant, id)
)
 WITHOUT ROWID,
 STRICT
;
CREATE UNIQUE INDEX shift_open ON shift (merchant, terminal) WHERE closed_ms IS NULL
;
CREATE TABLE card (
	merchant INTEGER NOT NULL,
	code TEXT NOT NULL,
	member BLOB NOT NULL,
	status TEXT NOT NULL,
	PRIMARY KEY (merchant, code),
	FOREIGN KEY(merchant, member) REFERENCES member (merchant, id)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX card_member ON card (merchant, member)
;
CREATE TABLE member_word (
	merchant INTEGER NOT NULL,
	word TEXT NOT NULL,
	member BLOB NOT NULL,
	PRIMARY KEY (merchant, word, member),
	FOREIGN KEY(merchant, member) REFERENCES member (merchant, id)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX member_word_member ON member_word (merchant, member)
;
CREATE TABLE posting (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	n INTEGER NOT NULL,
	account INTEGER NOT NULL,
	points INTEGER NOT NULL,
	member BLOB,
	lot_terminal INTEGER,
	lot_epoch INTEGER,
	lot_seq INTEGER,
	lot_earned_ms INTEGER,
	lot_expires INTEGER,
	PRIMARY KEY (merchant, terminal, epoch, seq, n),
	FOREIGN KEY(merchant, terminal, epoch, seq) REFERENCES entry (merchant, terminal, epoch, seq),
	CHECK (account BETWEEN 1 AND 6),
	CHECK ((member IS NULL) = (account > 2) AND (lot_seq IS NULL) = (account > 2))
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE returned (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	of_terminal INTEGER NOT NULL,
	of_epoch INTEGER NOT NULL,
	of_seq INTEGER NOT NULL,
	member BLOB,
	clawed INTEGER NOT NULL,
	restored INTEGER NOT NULL,
	refund_minor INTEGER NOT NULL,
	void INTEGER NOT NULL,
	shift BLOB,
	operator TEXT NOT NULL,
	bizdate INTEGER NOT NULL,
	undone_terminal INTEGER,
	undone_epoch INTEGER,
	undone_seq INTEGER,
	PRIMARY KEY (merchant, terminal, epoch, seq),
	FOREIGN KEY(merchant, terminal, epoch, seq) REFERENCES entry (merchant, terminal, epoch, seq)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX returned_day ON returned (merchant, bizdate)
;
CREATE INDEX returned_sale ON returned (merchant, of_terminal, of_epoch, of_seq)
;
CREATE INDEX returned_shift ON returned (merchant, shift) WHERE shift IS NOT NULL
;
CREATE TABLE sale (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	member BLOB,
	total_minor INTEGER NOT NULL,
	paid_minor INTEGER NOT NULL,
	earned INTEGER NOT NULL,
	redeemed INTEGER NOT NULL,
	currency TEXT NOT NULL,
	at_ms INTEGER NOT NULL,
	bizdate INTEGER NOT NULL,
	shift BLOB,
	operator TEXT NOT NULL,
	number TEXT NOT NULL,
	PRIMARY KEY (merchant, terminal, epoch, seq),
	FOREIGN KEY(merchant, terminal, epoch, seq) REFERENCES entry (merchant, terminal, epoch, seq)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX sale_member ON sale (merchant, member) WHERE member IS NOT NULL
;
CREATE INDEX sale_number ON sale (merchant, number) WHERE number != ''
;
CREATE INDEX sale_shift ON sale (merchant, shift) WHERE shift IS NOT NULL
;
CREATE TABLE returned_line (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	n INTEGER NOT NULL,
	units INTEGER NOT NULL,
	PRIMARY KEY (merchant, terminal, epoch, seq, n),
	FOREIGN KEY(merchant, terminal, epoch, seq) REFERENCES returned (merchant, terminal, epoch, seq)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE sale_line (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	n INTEGER NOT NULL,
	sku TEXT NOT NULL,
	category TEXT NOT NULL,
	brand TEXT NOT NULL,
	units INTEGER NOT NULL,
	amount_minor INTEGER NOT NULL,
	earned INTEGER NOT NULL,
	paid_points INTEGER NOT NULL,
	paid_minor INTEGER NOT NULL,
	PRIMARY KEY (merchant, terminal, epoch, seq, n),
	FOREIGN KEY(merchant, terminal, epoch, seq) REFERENCES sale (merchant, terminal, epoch, seq)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END
;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END
;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END
;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END
;
CREATE TRIGGER sale_no_update BEFORE UPDATE ON sale BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END
;
CREATE TRIGGER sale_no_delete BEFORE DELETE ON sale BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END
;
CREATE TRIGGER sale_line_no_update BEFORE UPDATE ON sale_line BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END
;
CREATE TRIGGER sale_line_no_delete BEFORE DELETE ON sale_line BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END
;
ANALYZE
;
INSERT INTO sqlite_stat1 VALUES ('balance', 'balance', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('entry', 'sqlite_autoindex_entry_1', '1000000 1000000 1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('entry', 'sqlite_autoindex_entry_2', '1000000 1000000 1 1')
;
INSERT INTO sqlite_stat1 VALUES ('entry', 'entry_day', '1000000 1000000 1000 1000')
;
INSERT INTO sqlite_stat1 VALUES ('entry', 'entry_member', '1000000 1000000 10 10 10 3')
;
INSERT INTO sqlite_stat1 VALUES ('epoch', 'epoch', '20 20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('lot', 'lot', '1000000 1000000 10 10 10 10 1')
;
INSERT INTO sqlite_stat1 VALUES ('lot', 'lot_expires', '1000000 1000000 500')
;
INSERT INTO sqlite_stat1 VALUES ('member', 'member', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('member', 'member_phone', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('operator', 'operator', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('operator', 'operator_badge', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('program', 'program', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('setting', 'setting', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('shift', 'shift', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('shift', 'shift_open', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('card', 'card', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('card', 'card_member', '1000000 1000000 10')
;
INSERT INTO sqlite_stat1 VALUES ('member_word', 'member_word', '1000000 1000000 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('member_word', 'member_word_member', '1000000 1000000 10')
;
INSERT INTO sqlite_stat1 VALUES ('posting', 'posting', '1000000 1000000 1000000 1000000 3 1')
;
INSERT INTO sqlite_stat1 VALUES ('returned', 'returned', '1000000 1000000 1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('returned', 'returned_day', '1000000 1000000 1000')
;
INSERT INTO sqlite_stat1 VALUES ('returned', 'returned_sale', '1000000 1000000 1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('returned', 'returned_shift', '1000000 1000000 300')
;
INSERT INTO sqlite_stat1 VALUES ('sale', 'sale', '1000000 1000000 1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('sale', 'sale_member', '1000000 1000000 10')
;
INSERT INTO sqlite_stat1 VALUES ('sale', 'sale_number', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('sale', 'sale_shift', '1000000 1000000 300')
;
INSERT INTO sqlite_stat1 VALUES ('returned_line', 'returned_line', '1000000 1000000 1000000 1000000 3 1')
;
INSERT INTO sqlite_stat1 VALUES ('sale_line', 'sale_line', '1000000 1000000 1000000 1000000 3 1')
;
