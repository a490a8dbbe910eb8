-- cold data
CREATE TABLESPACE cold LOCATION '/srv/cold';
