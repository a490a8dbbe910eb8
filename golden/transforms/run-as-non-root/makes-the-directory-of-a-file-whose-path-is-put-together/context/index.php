<?php
$file = dirname(__FILE__) . "/state/visits.db";
$visits = new Visits($file);
