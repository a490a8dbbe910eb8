package main

import "os/exec"

func main() {
	// exec.Command("never")
	exec.Command("git", "gc").Run()
}
