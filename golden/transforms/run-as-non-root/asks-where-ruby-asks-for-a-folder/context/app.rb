require "socket"
require "fileutils"
STORE = "/data/store"
if !File.directory?(STORE)
  FileUtils.mkdir_p(STORE)
  File.write("#{STORE}/users.json", "[]")
end
TCPServer.new("0.0.0.0", 3000).accept
