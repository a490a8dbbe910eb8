#include <stdio.h>

int main(void) {
  FILE *f = fopen("/var/log/count.log", "a");
  return f == 0;
}
