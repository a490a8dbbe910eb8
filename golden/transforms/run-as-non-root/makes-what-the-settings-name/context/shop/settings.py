MEDIA_ROOT = '/media/shop'
STATIC_URL = '/static/'
