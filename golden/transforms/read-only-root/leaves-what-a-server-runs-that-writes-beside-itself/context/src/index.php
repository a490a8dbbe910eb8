<?php
$pdo = new PDO("sqlite:" . __DIR__ . "/data/guests.sqlite");
$pdo->exec("INSERT INTO guests DEFAULT VALUES");
