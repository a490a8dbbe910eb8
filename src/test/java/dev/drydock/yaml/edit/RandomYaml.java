package dev.drydock.yaml.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Generates YAML that is valid and nasty: every style that compose files have, mixed without mercy. */
final class RandomYaml {
    private static final List<String> SCALARS = List.of(
            "plain",
            "two words",
            "1",
            "true",
            "~",
            "\"80:80\"",
            "'it''s'",
            "\"\\u00e9 \\\" # no\"",
            "a:b",
            "http://x/#y",
            "-x",
            "\uD83D\uDE00 emoji",
            "!reset null",
            "!!str 5",
            "'multi\n\n   line'",
            "${VAR:-x}");

    private final SplittableRandom random;
    private final StringBuilder out = new StringBuilder();
    private final List<String> anchors = new ArrayList<>();
    private final int step;
    private int names;

    RandomYaml(SplittableRandom random) {
        this.random = random;
        this.step = 1 + random.nextInt(4);
    }

    String document() {
        trivia(0);
        mapping(0, 0);
        return out.toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String name() {
        String name = "k" + names++;
        return switch (random.nextInt(8)) {
            case 0 -> "\"" + name + "\"";
            case 1 -> "'" + name + "'";
            case 2 -> name + " x";
            default -> name;
        };
    }

    private void trivia(int column) {
        while (chance(20)) {
            if (chance(50)) {
                out.append(" ".repeat(column)).append("# comment ").append(names++);
            } else if (chance(30)) {
                out.append("   ");
            }
            out.append('\n');
        }
    }

    private void endLine() {
        if (chance(15)) {
            out.append(chance(80) ? " # behind " + names++ : "  ");
        }
        out.append('\n');
    }

    private void mapping(int column, int depth) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                trivia(column);
                out.append(" ".repeat(column));
            }
            out.append(name()).append(chance(5) ? " :" : ":");
            value(column, depth, true);
        }
    }

    private void sequence(int column, int depth) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                trivia(column);
                out.append(" ".repeat(column));
            }
            out.append('-');
            if (depth < 5 && chance(25)) {
                int blanks = chance(80) ? 1 : 3;
                out.append(" ".repeat(blanks));
                if (chance(70)) {
                    mapping(column + 1 + blanks, depth + 1);
                } else {
                    sequence(column + 1 + blanks, depth + 1);
                }
            } else {
                value(column, depth, false);
            }
        }
    }

    /** Only scalars get anchors, so that no alias stands inside of what it means. */
    private void anchor() {
        if (chance(8)) {
            String name = "a" + names++;
            anchors.add(name);
            out.append(" &").append(name);
        }
    }

    private void value(int column, int depth, boolean inMapping) {
        int kind = random.nextInt(depth < 5 ? 12 : 7);
        switch (kind) {
            case 0 -> endLine();
            case 1 -> {
                if (anchors.isEmpty()) {
                    endLine();
                } else {
                    out.append(" *").append(anchors.get(random.nextInt(anchors.size())));
                    endLine();
                }
            }
            case 2 -> blockScalar(column);
            case 3 -> {
                out.append(' ');
                flow(0, column + step);
                endLine();
            }
            case 4, 5, 6 -> {
                anchor();
                out.append(' ').append(scalar(column));
                endLine();
            }
            case 7, 8, 9 -> {
                int inner = column + step;
                nested(inner);
                mapping(inner, depth + 1);
            }
            default -> {
                int inner = inMapping && chance(40) ? column : column + step;
                nested(inner);
                sequence(inner, depth + 1);
            }
        }
    }

    private String scalar(int column) {
        return SCALARS.get(random.nextInt(SCALARS.size())).replace("\n   ", "\n" + " ".repeat(column + 3));
    }

    private void nested(int column) {
        endLine();
        trivia(column);
        out.append(" ".repeat(column));
    }

    private void blockScalar(int column) {
        out.append(chance(50) ? " |" : " >").append(List.of("", "-", "+").get(random.nextInt(3)));
        endLine();
        int indentation = column + 1 + random.nextInt(4);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            out.append(" ".repeat(indentation)).append(i > 0 && chance(20) ? "  more # text\n" : "text: [\n");
            if (chance(20)) {
                out.append('\n');
            }
        }
    }

    private void flow(int depth, int column) {
        boolean list = chance(50);
        out.append(list ? '[' : '{');
        int count = random.nextInt(4);
        boolean lines = chance(20);
        for (int i = 0; i < count; i++) {
            out.append(i > 0 ? "," : "").append(lines ? "\n" + " ".repeat(column) : i > 0 ? " " : "");
            if (!list) {
                out.append("f").append(names++).append(": ");
            }
            if (depth < 2 && chance(20)) {
                flow(depth + 1, column + 2);
            } else {
                out.append(List.of("x", "'y z'", "\"80:80\"", "1", "~").get(random.nextInt(5)));
            }
        }
        if (count > 0 && chance(20)) {
            out.append(',');
        }
        if (lines && count > 0) {
            out.append('\n').append(" ".repeat(column));
        }
        out.append(list ? ']' : '}');
    }
}
