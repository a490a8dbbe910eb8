module files
