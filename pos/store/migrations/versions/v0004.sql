CREATE TABLE answer (
	merchant INTEGER NOT NULL,
	id BLOB NOT NULL,
	question TEXT NOT NULL,
	score INTEGER NOT NULL,
	comment TEXT NOT NULL,
	member BLOB,
	terminal INTEGER NOT NULL,
	day INTEGER NOT NULL,
	at_ms INTEGER NOT NULL,
	PRIMARY KEY (merchant, id)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX answer_day ON answer (merchant, day)
;
CREATE INDEX answer_member ON answer (merchant, member, question)
;
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
CREATE TABLE branch (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	known_as INTEGER NOT NULL,
	common INTEGER NOT NULL,
	PRIMARY KEY (merchant, terminal, epoch, known_as)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE brought (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	line BLOB NOT NULL,
	of_terminal INTEGER NOT NULL,
	of_epoch INTEGER NOT NULL,
	of_seq INTEGER NOT NULL,
	at_ms INTEGER NOT NULL,
	PRIMARY KEY (merchant, terminal, epoch, seq)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX brought_of ON brought (merchant, of_terminal, of_epoch, of_seq)
;
CREATE TABLE claim_key (
	merchant INTEGER NOT NULL,
	id INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	public BLOB NOT NULL,
	valid_from_ms INTEGER NOT NULL,
	valid_to_ms INTEGER,
	PRIMARY KEY (merchant, id)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE elsewhere (
	merchant INTEGER NOT NULL,
	member BLOB NOT NULL,
	points INTEGER NOT NULL,
	pending INTEGER NOT NULL,
	as_of_ms INTEGER NOT NULL,
	PRIMARY KEY (merchant, member)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE elsewhere_day (
	merchant INTEGER NOT NULL,
	member BLOB NOT NULL,
	day INTEGER NOT NULL,
	visits INTEGER NOT NULL,
	spend_minor INTEGER NOT NULL,
	earned INTEGER NOT NULL,
	qualifying INTEGER NOT NULL,
	acts INTEGER NOT NULL,
	PRIMARY KEY (merchant, member, day)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE elsewhere_tally (
	merchant INTEGER NOT NULL,
	owner BLOB NOT NULL,
	name TEXT NOT NULL,
	day INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	PRIMARY KEY (merchant, owner, name, day)
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
	CHECK (kind > 0),
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
CREATE TABLE hold (
	merchant INTEGER NOT NULL,
	session BLOB NOT NULL,
	member BLOB NOT NULL,
	points INTEGER NOT NULL,
	until_ms INTEGER NOT NULL,
	PRIMARY KEY (merchant, session)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX hold_member ON hold (merchant, member)
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
	vests INTEGER,
	PRIMARY KEY (merchant, member, side, lot_terminal, lot_epoch, lot_seq),
	CHECK (points > 0 AND side BETWEEN 1 AND 3)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX lot_expires ON lot (merchant, expires) WHERE expires IS NOT NULL AND side = 1
;
CREATE INDEX lot_vests ON lot (merchant, vests) WHERE vests IS NOT NULL
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
	birthday TEXT DEFAULT '' NOT NULL,
	email TEXT DEFAULT '' NOT NULL,
	email_folded TEXT DEFAULT '' NOT NULL,
	household BLOB,
	merged_into BLOB,
	referral_code TEXT DEFAULT '' NOT NULL,
	segment TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (merchant, id)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX member_email ON member (merchant, email_folded) WHERE email != ''
;
CREATE INDEX member_household ON member (merchant, household) WHERE household IS NOT NULL
;
CREATE INDEX member_merged ON member (merchant, merged_into) WHERE merged_into IS NOT NULL
;
CREATE INDEX member_phone ON member (merchant, phone_reversed) WHERE phone_reversed != ''
;
CREATE UNIQUE INDEX member_referral ON member (merchant, referral_code) WHERE referral_code != ''
;
CREATE TABLE member_day (
	merchant INTEGER NOT NULL,
	member BLOB NOT NULL,
	day INTEGER NOT NULL,
	visits INTEGER NOT NULL,
	spend_minor INTEGER NOT NULL,
	earned INTEGER NOT NULL,
	qualifying INTEGER NOT NULL,
	acts INTEGER NOT NULL,
	PRIMARY KEY (merchant, member, day)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE office_receipt (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	hash BLOB NOT NULL,
	at_ms INTEGER NOT NULL,
	own_epoch INTEGER NOT NULL,
	own_seq INTEGER NOT NULL,
	signature BLOB NOT NULL,
	PRIMARY KEY (merchant, terminal, epoch)
)
 WITHOUT ROWID,
 STRICT
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
CREATE TABLE product (
	merchant INTEGER NOT NULL,
	sku TEXT NOT NULL,
	name TEXT NOT NULL,
	words TEXT NOT NULL,
	price_minor INTEGER NOT NULL,
	category TEXT NOT NULL,
	brand TEXT NOT NULL,
	cost_minor INTEGER,
	tax_bp INTEGER NOT NULL,
	flags TEXT NOT NULL,
	per_grams INTEGER NOT NULL,
	plu TEXT NOT NULL,
	PRIMARY KEY (merchant, sku)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX product_name ON product (merchant, name)
;
CREATE INDEX product_plu ON product (merchant, plu) WHERE plu != ''
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
CREATE TABLE receipt_device (
	merchant INTEGER NOT NULL,
	scheme TEXT NOT NULL,
	device TEXT NOT NULL,
	issuer TEXT NOT NULL,
	public BLOB NOT NULL,
	active INTEGER NOT NULL,
	operator TEXT NOT NULL,
	at_ms INTEGER NOT NULL,
	PRIMARY KEY (merchant, scheme, device)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE receipt_issuer (
	merchant INTEGER NOT NULL,
	scheme TEXT NOT NULL,
	issuer TEXT NOT NULL,
	name TEXT NOT NULL,
	active INTEGER NOT NULL,
	operator TEXT NOT NULL,
	at_ms INTEGER NOT NULL,
	PRIMARY KEY (merchant, scheme, issuer)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE referral (
	merchant INTEGER NOT NULL,
	friend BLOB NOT NULL,
	referrer BLOB NOT NULL,
	day INTEGER NOT NULL,
	state TEXT NOT NULL,
	PRIMARY KEY (merchant, friend)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX referral_open ON referral (merchant, state, day) WHERE state = 'open'
;
CREATE TABLE set_aside (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	why TEXT NOT NULL,
	at_ms INTEGER NOT NULL,
	answered_ms INTEGER,
	PRIMARY KEY (merchant, terminal, epoch, seq)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX set_aside_open ON set_aside (merchant, at_ms) WHERE answered_ms IS NULL
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
CREATE TABLE tally (
	merchant INTEGER NOT NULL,
	owner BLOB NOT NULL,
	name TEXT NOT NULL,
	day INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	PRIMARY KEY (merchant, owner, name, day)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE template (
	merchant INTEGER NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (merchant, kind, name)
)
 WITHOUT ROWID,
 STRICT
;
CREATE TABLE voucher (
	merchant INTEGER NOT NULL,
	code TEXT NOT NULL,
	terms TEXT NOT NULL,
	source BLOB NOT NULL,
	given_on INTEGER NOT NULL,
	first_day INTEGER NOT NULL,
	last_day INTEGER NOT NULL,
	member BLOB,
	PRIMARY KEY (merchant, code)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX voucher_member ON voucher (merchant, member) WHERE member IS NOT NULL
;
CREATE INDEX voucher_source ON voucher (merchant, source)
;
CREATE TABLE word (
	merchant INTEGER NOT NULL,
	topic TEXT NOT NULL,
	name TEXT NOT NULL,
	stamp INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (merchant, topic, name)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX word_untold ON word (merchant, n) WHERE n > 0
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
CREATE TABLE claimed (
	merchant INTEGER NOT NULL,
	terminal INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	scheme TEXT NOT NULL,
	receipt TEXT NOT NULL,
	issuer TEXT NOT NULL,
	device TEXT NOT NULL,
	counter INTEGER,
	total_minor INTEGER NOT NULL,
	issued_on INTEGER NOT NULL,
	issued_ms INTEGER,
	likeness INTEGER,
	member BLOB,
	again INTEGER NOT NULL,
	PRIMARY KEY (merchant, terminal, epoch, seq),
	FOREIGN KEY(merchant, terminal, epoch, seq) REFERENCES entry (merchant, terminal, epoch, seq)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX claimed_asked ON claimed (merchant, kind) WHERE kind = 25
;
CREATE INDEX claimed_device ON claimed (merchant, scheme, device, counter) WHERE counter IS NOT NULL
;
CREATE INDEX claimed_issuer ON claimed (merchant, issuer, issued_on)
;
CREATE INDEX claimed_member ON claimed (merchant, member)
;
CREATE INDEX claimed_on ON claimed (merchant, issued_on)
;
CREATE INDEX claimed_receipt ON claimed (merchant, scheme, receipt)
;
CREATE TABLE consent (
	merchant INTEGER NOT NULL,
	member BLOB NOT NULL,
	n INTEGER NOT NULL,
	what TEXT NOT NULL,
	given INTEGER NOT NULL,
	at_ms INTEGER NOT NULL,
	place TEXT NOT NULL,
	PRIMARY KEY (merchant, member, n),
	FOREIGN KEY(merchant, member) REFERENCES member (merchant, id)
)
 WITHOUT ROWID,
 STRICT
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
	lot_vests INTEGER,
	PRIMARY KEY (merchant, terminal, epoch, seq, n),
	FOREIGN KEY(merchant, terminal, epoch, seq) REFERENCES entry (merchant, terminal, epoch, seq),
	CHECK (account > 0),
	CHECK ((member IS NULL) = (lot_seq IS NULL))
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX posting_lot ON posting (merchant, lot_terminal, lot_epoch, lot_seq) WHERE lot_terminal != terminal OR lot_epoch != epoch OR lot_seq != seq
;
CREATE TABLE product_code (
	merchant INTEGER NOT NULL,
	code TEXT NOT NULL,
	sku TEXT NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (merchant, code),
	FOREIGN KEY(merchant, sku) REFERENCES product (merchant, sku)
)
 WITHOUT ROWID,
 STRICT
;
CREATE INDEX product_code_sku ON product_code (merchant, sku)
;
CREATE TABLE profile (
	merchant INTEGER NOT NULL,
	member BLOB NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (merchant, member),
	FOREIGN KEY(merchant, member) REFERENCES member (merchant, id)
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
INSERT INTO sqlite_stat1 VALUES ('answer', 'answer', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('answer', 'answer_day', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('answer', 'answer_member', '1000000 1000000 10 1')
;
INSERT INTO sqlite_stat1 VALUES ('balance', 'balance', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('branch', 'branch', '20 20 20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('brought', 'brought', '1000000 1000000 1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('brought', 'brought_of', '1000000 1000000 1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('claim_key', 'claim_key', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('elsewhere', 'elsewhere', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('elsewhere_day', 'elsewhere_day', '1000000 1000000 10 1')
;
INSERT INTO sqlite_stat1 VALUES ('elsewhere_tally', 'elsewhere_tally', '1000000 1000000 1000 1 1')
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
INSERT INTO sqlite_stat1 VALUES ('hold', 'hold', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('hold', 'hold_member', '1000000 1000000 10')
;
INSERT INTO sqlite_stat1 VALUES ('lot', 'lot', '1000000 1000000 10 10 10 10 1')
;
INSERT INTO sqlite_stat1 VALUES ('lot', 'lot_expires', '1000000 1000000 500')
;
INSERT INTO sqlite_stat1 VALUES ('lot', 'lot_vests', '1000000 1000000 500')
;
INSERT INTO sqlite_stat1 VALUES ('member', 'member', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('member', 'member_email', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('member', 'member_household', '1000000 1000000 3')
;
INSERT INTO sqlite_stat1 VALUES ('member', 'member_merged', '1000000 1000000 3')
;
INSERT INTO sqlite_stat1 VALUES ('member', 'member_phone', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('member', 'member_referral', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('member_day', 'member_day', '1000000 1000000 10 1')
;
INSERT INTO sqlite_stat1 VALUES ('office_receipt', 'office_receipt', '20 20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('operator', 'operator', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('operator', 'operator_badge', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('product', 'product', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('product', 'product_name', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('product', 'product_plu', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('program', 'program', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('receipt_device', 'receipt_device', '20 20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('receipt_issuer', 'receipt_issuer', '20 20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('referral', 'referral', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('referral', 'referral_open', '1000000 1000000 100000 1')
;
INSERT INTO sqlite_stat1 VALUES ('set_aside', 'set_aside', '20 20 20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('set_aside', 'set_aside_open', '20 20 20')
;
INSERT INTO sqlite_stat1 VALUES ('setting', 'setting', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('shift', 'shift', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('shift', 'shift_open', '20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('tally', 'tally', '1000000 1000000 1000 1 1')
;
INSERT INTO sqlite_stat1 VALUES ('template', 'template', '20 20 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('voucher', 'voucher', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('voucher', 'voucher_member', '1000000 1000000 10')
;
INSERT INTO sqlite_stat1 VALUES ('voucher', 'voucher_source', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('word', 'word', '1000000 1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('word', 'word_untold', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('card', 'card', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('card', 'card_member', '1000000 1000000 10')
;
INSERT INTO sqlite_stat1 VALUES ('claimed', 'claimed', '1000000 1000000 1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('claimed', 'claimed_asked', '1000000 1000000 100000')
;
INSERT INTO sqlite_stat1 VALUES ('claimed', 'claimed_device', '1000000 1000000 100000 1000 1')
;
INSERT INTO sqlite_stat1 VALUES ('claimed', 'claimed_issuer', '1000000 1000000 10000 1000')
;
INSERT INTO sqlite_stat1 VALUES ('claimed', 'claimed_member', '1000000 1000000 10')
;
INSERT INTO sqlite_stat1 VALUES ('claimed', 'claimed_on', '1000000 1000000 1000')
;
INSERT INTO sqlite_stat1 VALUES ('claimed', 'claimed_receipt', '1000000 1000000 100000 2')
;
INSERT INTO sqlite_stat1 VALUES ('consent', 'consent', '1000000 1000000 10 1')
;
INSERT INTO sqlite_stat1 VALUES ('member_word', 'member_word', '1000000 1000000 20 1')
;
INSERT INTO sqlite_stat1 VALUES ('member_word', 'member_word_member', '1000000 1000000 10')
;
INSERT INTO sqlite_stat1 VALUES ('posting', 'posting', '1000000 1000000 1000000 1000000 3 1')
;
INSERT INTO sqlite_stat1 VALUES ('posting', 'posting_lot', '1000000 1000000 1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('product_code', 'product_code', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('product_code', 'product_code_sku', '1000000 1000000 1')
;
INSERT INTO sqlite_stat1 VALUES ('profile', 'profile', '1000000 1000000 1')
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
