import settings
