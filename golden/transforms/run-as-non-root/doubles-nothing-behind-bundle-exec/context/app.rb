require 'sinatra'
require 'logger'
LOG = Logger.new('/var/log/app.log')
post('/') { File.open("#{settings.root}/store/x", 'w') { |f| f << 'x' } }
