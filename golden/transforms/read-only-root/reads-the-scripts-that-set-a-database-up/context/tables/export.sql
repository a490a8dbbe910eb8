SELECT 1 INTO OUTFILE '/srv/one.csv';
