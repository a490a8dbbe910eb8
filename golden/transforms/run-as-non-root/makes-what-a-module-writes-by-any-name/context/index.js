const sql = require('better-sqlite3');
const db = sql('/opt/ledger/l.db');
const S = require('session-file-store');
const F = S(require('express-session'));
const store = new F({ path: '/var/lib/web/sessions', ttl: 5 });
require('express')().listen(3000);
