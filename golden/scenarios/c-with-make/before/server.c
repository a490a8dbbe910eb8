#include <jansson.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    json_t *greeting = json_load_file("greeting.json", 0, NULL);
    char *text = json_dumps(greeting, JSON_SORT_KEYS);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(8080)};
    int on = 1, server = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (text == NULL || bind(server, (struct sockaddr *)&address, sizeof address) != 0 || listen(server, 8) != 0) {
        return EXIT_FAILURE;
    }
    for (;;) {
        int client = accept(server, NULL, NULL);
        char request[1024];
        if (read(client, request, sizeof request) > 0) {
            dprintf(client, "HTTP/1.0 200 OK\r\nContent-Length: %zu\r\n\r\n%s", strlen(text), text);
        }
        close(client);
    }
}
