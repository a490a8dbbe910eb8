open(F, ">/var/f.log");
