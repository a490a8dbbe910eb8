package dev.drydock.written;

import dev.drydock.model.PrivilegedPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The port that a call opens. */
final class CalledPort {
    private static final int NEAR = 10;
    private static final Set<String> NAMES = Set.of("", "port");
    private static final Set<String> OPENING = Set.of("(", "{", "[");

    private final List<Lexeme> lexemes;
    private final Bindings bindings;
    private final Function<String, Optional<String>> variables;

    /** Reads a source, whose variables may be set for the container. */
    CalledPort(List<Lexeme> lexemes, Bindings bindings, Function<String, Optional<String>> variables) {
        this.variables = variables;
        this.lexemes = lexemes;
        this.bindings = bindings;
    }

    /** Names that stand for ports in addresses: {@code :https}. */
    private static final Map<String, Integer> SERVICES =
            Map.of("domain", 53, "http", 80, "https", 443, "ldap", 389, "smtp", 25, "ssh", 22);

    /**
     * Returns the port of one argument of a call.
     *
     * @param name the name of the argument, empty without one
     * @return empty if it says no port, 0 if it leaves the choice to the system
     */
    Optional<Integer> of(String name, int start, int end) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        int at = start;
        while (at < end
                && lexemes.get(at).kind() == Lexeme.Kind.SIGN
                && OPENING.contains(lexemes.get(at).text())) {
            at++;
        }
        boolean object = at > start && lexemes.get(start).isSign("{");
        for (int i = at; i < Math.min(end, at + NEAR); i++) {
            Lexeme lexeme = lexemes.get(i);
            boolean key = i >= 2
                    && lexemes.get(i - 1).isSign(":")
                    && lexemes.get(i - 2).isWord("port");
            Optional<Integer> port = object && !key
                    ? Optional.empty()
                    : ofLexeme(lexeme).or(() -> variables.apply(lexeme.text()).flatMap(CalledPort::number));
            if (port.isPresent()) {
                return port;
            }
            Optional<Integer> named = !object && lexeme.isWord() ? ofName(lexeme.text()) : Optional.empty();
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> ofName(String name) {
        for (int start : bindings.of(name)) {
            Optional<Integer> set = variable(start);
            if (set.isPresent()) {
                return set;
            }
            int line = lexemes.get(start).line();
            for (int i = start;
                    i < Math.min(lexemes.size(), start + NEAR) && lexemes.get(i).line() == line;
                    i++) {
                Optional<Integer> port = ofLexeme(lexemes.get(i));
                if (port.isPresent()) {
                    return port;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the port that a variable of the container, which the value asks for, is set to. */
    private Optional<Integer> variable(int start) {
        for (int i = start; i < Math.min(lexemes.size(), start + NEAR); i++) {
            if (i > start && lexemes.get(i).startsLine()) {
                break;
            }
            Optional<Integer> set = variables.apply(lexemes.get(i).text()).flatMap(CalledPort::number);
            if (set.isPresent()) {
                return set;
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> ofLexeme(Lexeme lexeme) {
        String text = lexeme.text();
        if (lexeme.isText()) {
            int colon = text.lastIndexOf(':');
            String end = text.substring(colon + 1);
            Optional<Integer> known = colon < 0 ? Optional.empty() : Optional.ofNullable(SERVICES.get(end));
            return known.isPresent() ? known : colon < 0 && text.length() > 5 ? Optional.empty() : number(end);
        }
        return lexeme.kind() == Lexeme.Kind.SIGN ? number(text) : Optional.empty();
    }

    /** Returns the port that a text is; empty if it is none. */
    static Optional<Integer> number(String text) {
        return PrivilegedPort.number(text);
    }
}
