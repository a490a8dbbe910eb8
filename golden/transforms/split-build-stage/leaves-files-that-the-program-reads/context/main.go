package main

import "path/filepath"

func main() { filepath.Glob("notes/*.md") }
