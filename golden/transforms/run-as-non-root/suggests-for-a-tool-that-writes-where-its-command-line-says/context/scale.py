import sys

with open(sys.argv[2], "w") as out:
    out.write(open(sys.argv[1]).read())
