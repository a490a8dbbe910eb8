use Socket;
my $udp = getprotobyname("udp");
print "$udp\n";
