module shop/api
