CREATE TABLE shop(link text);
INSERT INTO shop VALUES ('https://www.example.org/1');
