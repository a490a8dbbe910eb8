-- see https://example.org
CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'pg.example.org');
