package dev.drydock.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Changes of a text as people, merges and attackers make them; the same numbers give the same text. */
public final class Mutations {
    /** What breaks parsers, terminals and logs. */
    private static final List<String> ODD = List.of(
            "\u001B]2;pwn\u0007",
            "\u202Eevil",
            "\u009B31m",
            "\t",
            "\u00A0",
            "\uFEFF",
            "\"",
            "'",
            "\\",
            "`",
            "$",
            "${",
            "$(",
            "<<E",
            "<<-'E'",
            "[\"",
            "\"]",
            "{",
            "}",
            "&a",
            "*a",
            "<<: *a",
            "!reset",
            "|",
            ">-",
            "---",
            "#",
            "::set-output name=x::y",
            "##vso[task.x]",
            "\uD83D\uDE00",
            "\u2028");

    private static final List<String> LINES = List.of(
            "USER app",
            "USER root",
            "FROM scratch",
            "FROM alpine:3.20 AS a",
            "COPY --from=a / /",
            "RUN apt-get update && apt-get install -y curl",
            "RUN <<E\napt-get install vim\nE",
            "RUN set -e; \\\n  cd /tmp && \\\n  # why\n  curl -o x https://example.org/x | sh",
            "SHELL [\"/bin/bash\", \"-c\"]",
            "HEALTHCHECK NONE",
            "ONBUILD RUN npm install",
            "ENTRYPOINT [ 'x' ]",
            "CMD node server.js",
            "ADD https://example.org/a.tar.gz /",
            "# syntax=docker/dockerfile:1",
            "# escape=`",
            "  deploy: {resources: {limits: {memory: 1g}}}",
            "    <<: *x",
            "    extends: {file: other.yaml, service: web}",
            "    privileged: true",
            "    ports: [\"80:80\", 5432:5432]",
            "    network_mode: host",
            "    volumes: [\"/var/run/docker.sock:/var/run/docker.sock\"]",
            "  db: {image: postgres:16}",
            "x: &x {user: \"0\"}");

    private final SplittableRandom random;

    Mutations(SplittableRandom random) {
        this.random = random;
    }

    /** Returns a text with some changes; {@code other} is a text to take pieces from. */
    String mutated(String text, String other) {
        String result = text;
        for (int i = random.nextInt(4); i >= 0; i--) {
            result = once(result, other);
        }
        return result;
    }

    private String once(String text, String other) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        int line = random.nextInt(lines.size());
        int offset = text.isEmpty() ? 0 : random.nextInt(text.length());
        switch (random.nextInt(14)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.add(line, pick(LINES) + "\n");
            case 3 -> lines.add(line, pick(List.of(other.split("(?<=\n)", -1))));
            case 4 -> lines.set(line, lines.get(line).replace("\\\n", "\n"));
            case 5 ->
                lines.set(line, " ".repeat(random.nextInt(5)) + lines.get(line).stripLeading());
            case 6 -> lines.set(line, lines.get(line).toUpperCase(java.util.Locale.ROOT));
            case 7 -> {
                return text.substring(0, offset);
            }
            case 8 -> {
                return text.replace("\n", "\r\n").replace("\r\r\n", "\r\n");
            }
            case 9 -> {
                return text.substring(0, offset) + text.substring(Math.min(text.length(), offset + random.nextInt(20)));
            }
            case 10 -> {
                return text + other;
            }
            case 11 -> {
                String repeated = text.isEmpty() ? "\n" : text.substring(offset, offset + 1);
                return text.substring(0, offset) + repeated.repeat(1 + random.nextInt(300)) + text.substring(offset);
            }
            default -> {
                return text.substring(0, offset) + pick(ODD) + text.substring(offset);
            }
        }
        return String.join("", lines);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns a text with a line in it that gives a name which is that of a secret a value. */
    String planted(String text, String secret) {
        String line = pick(List.of(
                "ENV DB_PASSWORD=" + secret,
                "ENV DB_PASSWORD " + secret,
                "ARG NPM_TOKEN=" + secret,
                "  DB_PASSWORD=" + secret,
                "      POSTGRES_PASSWORD: " + secret,
                "      - API_TOKEN=" + secret,
                "RUN curl -u me:" + secret + " https://example.org/",
                "RUN DB_PASSWORD=" + secret + " make",
                "# DB_PASSWORD=" + secret));
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        lines.add(random.nextInt(lines.size() + 1), line + "\n");
        if (random.nextInt(3) == 0) {
            // What is known to be a secret is masked wherever else it stands.
            String again = pick(List.of(
                    "USER " + secret,
                    "WORKDIR /" + secret,
                    "FROM registry.example.org/" + secret + ":1",
                    "LABEL note=" + secret,
                    "  " + secret + ":",
                    "    image: " + secret,
                    "      - /" + secret + ":/data",
                    "    networks: [" + secret + "]"));
            lines.add(random.nextInt(lines.size() + 1), again + "\n");
        }
        return String.join("", lines);
    }
}
