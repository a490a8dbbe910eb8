@test "starts" {
  run serve
}
