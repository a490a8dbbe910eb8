puts "open"
