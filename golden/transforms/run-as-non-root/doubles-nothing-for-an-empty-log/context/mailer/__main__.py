import logging.config, shelve
logging.config.fileConfig("config/logging.ini")
shelve.open("/var/spool/mailer/queue")
