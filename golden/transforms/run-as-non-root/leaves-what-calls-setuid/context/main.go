package main

import "syscall"

func main() {
	syscall.Setuid(1000)
}
