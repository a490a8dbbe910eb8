defmodule A do; def w, do: File.write!("/var/a.log", "x"); end
