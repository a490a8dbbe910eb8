package dev.drydock.written;

import dev.drydock.knowledge.Writers.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of a source that hold what a file with settings says, and whether that file is there to be read. */
final class LoadedSettings {
    private static final List<String> ENDINGS =
            List.of(".json", ".json5", ".yaml", ".yml", ".toml", ".ini", ".conf", ".cfg", ".properties", ".env");
    private static final int LONGEST = 40;
    private static final int DEEPEST = 3;

    private final Language language;
    private final List<Lexeme> lexemes;
    private final Bindings bindings;
    private final Surroundings surroundings;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, Optional<String>> meant = new HashMap<>();
    private int open;

    LoadedSettings(Language language, List<Lexeme> lexemes, Bindings bindings, Surroundings surroundings) {
        this.language = language;
        this.lexemes = lexemes;
        this.bindings = bindings;
        this.surroundings = surroundings;
    }

    /**
     * Returns the member of missing settings that an expression takes, as the source has it: {@code config.journal}. Names are followed
     * to where they get their meaning.
     */
    Optional<String> missingIn(int start, int end) {
        for (int i = start; i < Math.min(end, lexemes.size()); i++) {
            Lexeme name = lexemes.get(i);
            boolean called = i + 1 < lexemes.size() && lexemes.get(i + 1).isSign("(");
            boolean member = i > 0 && lexemes.get(i - 1).isSign(".");
            if (!name.isWord() || called || member) {
                continue;
            }
            boolean taken = i + 2 < lexemes.size()
                    && (lexemes.get(i + 1).isSign(".") || lexemes.get(i + 1).isSign("["));
            if (taken && areMissing(name.text())) {
                String key = lexemes.get(i + 2).text();
                return Optional.of(name.text() + (lexemes.get(i + 1).isSign(".") ? "." + key : "['" + key + "']"));
            }
            Optional<String> found = taken ? Optional.empty() : missingOf(name.text());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Each name is followed once, so that the time grows with the length of the source. */
    private Optional<String> missingOf(String name) {
        Optional<String> known = meant.get(name);
        if (known == null && open < DEEPEST) {
            meant.put(name, Optional.empty());
            open++;
            known = bindings.of(name).stream()
                    .flatMap(start -> missingIn(start, endOfLine(start)).stream())
                    .findFirst();
            open--;
            meant.put(name, known);
        }
        return known == null ? Optional.empty() : known;
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < Math.min(lexemes.size(), start + LONGEST)
                && lexemes.get(end).line() == lexemes.get(start).line()) {
            end++;
        }
        return end;
    }

    private boolean areMissing(String name) {
        Boolean answer = known.get(name);
        if (answer == null) {
            answer = look(name);
            known.put(name, answer);
        }
        return answer;
    }

    private boolean look(String name) {
        Set<String> files = new HashSet<>();
        boolean loads = false;
        for (int start : bindings.of(name)) {
            loads |= isLoad(start, files, 0);
        }
        if (!loads) {
            return false;
        }
        if (files.isEmpty()) {
            // Which file it is, is said somewhere in the source, or outside of it.
            lexemes.stream()
                    .filter(Lexeme::isText)
                    .map(Lexeme::text)
                    .filter(LoadedSettings::isSettings)
                    .forEach(files::add);
        }
        return files.isEmpty()
                || !files.stream().allMatch(file -> surroundings.isThere().test(last(file)));
    }

    /** Looks through a statement for a call that reads settings, and for the names of files there. */
    private boolean isLoad(int start, Set<String> files, int depth) {
        boolean loads = false;
        int line = start < lexemes.size() ? lexemes.get(start).line() : 0;
        for (int i = start; i < Math.min(lexemes.size(), start + LONGEST); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.isSign(";") || (i > start && lexeme.startsLine() && lexeme.line() > line + 1)) {
                break;
            }
            if (i > start && lexeme.startsLine() && (language.endsAtLines() || lexeme.isWord())) {
                break;
            }
            if (lexeme.isText() && isSettings(lexeme.text())) {
                files.add(lexeme.text());
            } else if (lexeme.isWord()) {
                boolean call = i + 1 < lexemes.size() && lexemes.get(i + 1).isSign("(");
                String before = i > 1 && lexemes.get(i - 1).isSign(".")
                        ? lexemes.get(i - 2).text()
                        : "";
                loads |= call && isLoader(before, lexeme.text(), i);
                if (!call && depth < DEEPEST) {
                    for (int other : bindings.of(lexeme.text())) {
                        isLoad(other, files, depth + 1);
                    }
                }
            }
        }
        return loads;
    }

    private boolean isLoader(String before, String name, int at) {
        boolean loads = surroundings
                .writers()
                .role(language.key(), before, name)
                .filter(match -> match.role() == Role.LOADS)
                .isPresent();
        boolean module = name.equals("require") || name.equals("import");
        return loads
                && (!module
                        || (lexemes.get(at + 2).isText()
                                && isSettings(lexemes.get(at + 2).text())));
    }

    private static boolean isSettings(String text) {
        return ENDINGS.stream().anyMatch(text::endsWith) && text.indexOf(' ') < 0;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
