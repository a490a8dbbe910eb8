require "socket"
unless Dir.exist?("/data")
  Dir.mkdir("/data"); File.write("/data/users.json", "[]")
end
TCPServer.new("0.0.0.0", 3000).accept
