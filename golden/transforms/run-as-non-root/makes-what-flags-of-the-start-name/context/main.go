package main

import (
	"flag"
	"os"
)

func main() {
	orders := flag.String("orders", "", "where orders go")
	pictures := flag.String("pictures", "", "where pictures go")
	read := flag.String("read", "", "settings")
	flag.Parse()
	os.Create(*orders)
	os.MkdirAll(*pictures, 0o755)
	os.ReadFile(*read)
}
