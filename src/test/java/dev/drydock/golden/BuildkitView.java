package dev.drydock.golden;

import dev.drydock.dockerfile.Blanks;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.JsonArray;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.dockerfile.ShellText;
import dev.drydock.dockerfile.Word;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.jr.ob.JSON;

/**
 * What two parsers have to agree on: for each instruction its lines, keyword, joined text, flags, arguments and
 * here-documents. A file that BuildKit's parser refuses has an error and nothing else.
 */
record BuildkitView(boolean error, List<Node> nodes) {
    /** The instructions whose arguments are compared; what BuildKit makes of those of others means nothing. */
    private static final Set<String> KEYWORDS = Set.of(
            "add",
            "arg",
            "cmd",
            "copy",
            "entrypoint",
            "env",
            "expose",
            "from",
            "healthcheck",
            "label",
            "maintainer",
            "onbuild",
            "run",
            "shell",
            "stopsignal",
            "user",
            "volume",
            "workdir");

    /** One instruction. The keyword is in lower case, the text without blanks at its ends. */
    record Node(
            int start,
            int end,
            String keyword,
            String text,
            List<String> flags,
            boolean json,
            List<String> arguments,
            List<Body> bodies,
            Optional<Node> inner) {}

    /** One here-document. */
    record Body(String name, String content, boolean expand, boolean chomp) {}

    /** Returns what a record of {@code bkparse} says. */
    static BuildkitView parse(String json) {
        try {
            return of(JSON.std.mapFrom(json));
        } catch (RuntimeException e) {
            throw new UncheckedIOException(new IOException("not a record: " + json, e));
        }
    }

    static BuildkitView of(Map<String, Object> file) {
        boolean error = file.containsKey("error");
        List<Node> nodes = new ArrayList<>();
        if (!error) {
            list(file.get("nodes")).forEach(node -> nodes.add(node(map(node))));
        }
        return new BuildkitView(error, nodes);
    }

    private static Node node(Map<?, ?> node) {
        List<Body> bodies = new ArrayList<>();
        for (Object heredoc : list(node.get("heredocs"))) {
            Map<?, ?> body = map(heredoc);
            bodies.add(new Body(
                    text(body.get("name")),
                    text(body.get("content")),
                    Boolean.TRUE.equals(body.get("expand")),
                    Boolean.TRUE.equals(body.get("chomp"))));
        }
        Object sub = node.get("sub");
        return new Node(
                ((Number) node.get("start")).intValue(),
                ((Number) node.get("end")).intValue(),
                text(node.get("keyword")),
                trim(text(node.get("original"))),
                texts(node.get("flags")),
                node.get("attributes") instanceof Map<?, ?> attributes && attributes.containsKey("json"),
                KEYWORDS.contains(text(node.get("keyword"))) ? texts(node.get("args")) : List.of(),
                bodies,
                sub == null ? Optional.empty() : Optional.of(node(map(sub))));
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private static List<String> texts(Object value) {
        return list(value).stream().map(BuildkitView::text).toList();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** Returns the same of our own tree. */
    static BuildkitView of(Dockerfile file) {
        List<Node> nodes = new ArrayList<>();
        file.instructions().forEach(instruction -> nodes.add(node(instruction, true)));
        return new BuildkitView(false, nodes);
    }

    private static Node node(Instruction instruction, boolean top) {
        SourceText source = instruction.source();
        int end = Math.max(instruction.range().start(), instruction.range().end() - 1);
        List<Body> bodies = new ArrayList<>();
        for (Heredoc heredoc : instruction.heredocs()) {
            String content = source.slice(heredoc.body());
            bodies.add(new Body(heredoc.name(), content, heredoc.expands(), heredoc.chomps()));
        }
        Optional<Node> inner = instruction instanceof OnbuildInstruction onbuild
                ? onbuild.instruction().map(trigger -> node(trigger, false))
                : Optional.empty();
        return new Node(
                top ? startLine(instruction) : 0,
                top ? source.line(end) : 0,
                instruction.name().toLowerCase(Locale.ROOT),
                trim(instruction.logicalLine().text()),
                instruction.flags().stream().map(BuildkitView::flag).toList(),
                instruction.firstChild(JsonArray.class).isPresent(),
                arguments(instruction),
                bodies,
                inner);
    }

    /** BuildKit counts a continuation that stands alone before the keyword as part of the instruction. */
    private static int startLine(Instruction instruction) {
        int start = instruction.range().start();
        List<SyntaxElement> siblings = instruction.parent().orElseThrow().children();
        for (int i = siblings.indexOf(instruction) - 1; i >= 0; i--) {
            if (!(siblings.get(i) instanceof Token token) || token.kind() == DockerfileTokenKind.NEWLINE) {
                break;
            }
            boolean continued = token.kind() == DockerfileTokenKind.CONTINUATION
                    || token.kind() == DockerfileTokenKind.CONTINUATION_COMMENT
                    || token.kind() == DockerfileTokenKind.CONTINUATION_BLANK;
            start = continued ? token.range().start() : start;
        }
        return instruction.source().line(start);
    }

    private static String flag(Flag flag) {
        return "--" + flag.name() + flag.value().map(value -> "=" + value).orElse("");
    }

    private static List<String> arguments(Instruction instruction) {
        List<String> arguments = new ArrayList<>();
        boolean keyword = true;
        for (SyntaxElement child : instruction.children()) {
            if (child instanceof Word word) {
                arguments.add(word.value());
            } else if (child instanceof ShellText shell) {
                arguments.add(shell.value());
            } else if (child instanceof JsonArray array) {
                arguments.addAll(array.values());
            } else if (child instanceof KeyValue pair) {
                arguments.addAll(pair(instruction, pair));
            } else if (child instanceof Token token && token.kind() == DockerfileTokenKind.KEYWORD) {
                // AS of FROM, CMD and NONE of HEALTHCHECK; the first keyword is the name of the instruction.
                if (!keyword) {
                    arguments.add(token.text());
                }
                keyword = false;
            }
        }
        return arguments;
    }

    private static List<String> pair(Instruction instruction, KeyValue pair) {
        String value = pair.value().map(Word::value).orElse("");
        boolean hasEquals = pair.equalsToken().isPresent();
        if (instruction.name().equals("ARG")) {
            return List.of(pair.key().value() + (hasEquals ? "=" + value : ""));
        }
        return List.of(pair.key().value(), value, hasEquals ? "=" : "");
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && Blanks.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Blanks.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
