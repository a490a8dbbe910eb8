import Database from 'better-sqlite3';
import { join } from 'node:path';
import fs from 'fs';
import express from 'express';
const db = new Database(['', 'var', 'shop', 'shop.db'].join('/'));
const settings = JSON.parse(fs.readFileSync('/etc/shop/settings.json', 'utf8'));
const dir = settings.uploads;
express().post('/', (q, r) => { fs.writeFileSync(join(dir, 'x'), 'a'); r.send('ok'); }).listen(3000);
