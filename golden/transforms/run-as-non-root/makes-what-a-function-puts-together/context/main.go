package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func state() string {
	return filepath.Join(string(os.PathSeparator), "var", "lib", "hall")
}

func main() {
	os.MkdirAll(state(), 0o755)
	http.ListenAndServe(":8080", nil)
}
