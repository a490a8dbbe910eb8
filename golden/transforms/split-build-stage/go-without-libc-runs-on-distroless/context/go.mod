module example.test/hello
