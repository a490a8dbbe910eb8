package main

import "github.com/dgraph-io/badger/v4"

func main() {
	badger.Open(badger.DefaultOptions("orders"))
}
