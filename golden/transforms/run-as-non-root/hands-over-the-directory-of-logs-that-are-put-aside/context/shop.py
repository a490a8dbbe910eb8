import logging.config
import logging.handlers

logging.config.fileConfig("logging.ini")
logging.getLogger().addHandler(logging.handlers.RotatingFileHandler("/srv/orders.log", maxBytes=1000, backupCount=3))
