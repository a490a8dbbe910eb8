<?php
define('DB_PASSWORD', getenv('WORDPRESS_DB_PASSWORD'));
