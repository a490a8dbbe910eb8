package dev.drydock.written;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A family of languages that have comments, texts and calls in common. */
enum Language {
    JAVASCRIPT("javascript"),
    PYTHON("python"),
    JAVA("java"),
    GO("go"),
    RUBY("ruby"),
    PHP("php"),
    C("c"),
    CSHARP("csharp"),
    RUST("rust");

    private static final Map<String, Language> ENDINGS = Map.ofEntries(
            Map.entry("js", JAVASCRIPT),
            Map.entry("mjs", JAVASCRIPT),
            Map.entry("cjs", JAVASCRIPT),
            Map.entry("jsx", JAVASCRIPT),
            Map.entry("ts", JAVASCRIPT),
            Map.entry("mts", JAVASCRIPT),
            Map.entry("cts", JAVASCRIPT),
            Map.entry("tsx", JAVASCRIPT),
            Map.entry("py", PYTHON),
            Map.entry("java", JAVA),
            Map.entry("kt", JAVA),
            Map.entry("groovy", JAVA),
            Map.entry("scala", JAVA),
            Map.entry("go", GO),
            Map.entry("rb", RUBY),
            Map.entry("ru", RUBY),
            Map.entry("php", PHP),
            Map.entry("c", C),
            Map.entry("h", C),
            Map.entry("cc", C),
            Map.entry("cpp", C),
            Map.entry("cxx", C),
            Map.entry("hpp", C),
            Map.entry("cs", CSHARP),
            Map.entry("rs", RUST));

    private static final Map<String, Language> INTERPRETERS = Map.of(
            "node",
            JAVASCRIPT,
            "deno",
            JAVASCRIPT,
            "bun",
            JAVASCRIPT,
            "python",
            PYTHON,
            "python3",
            PYTHON,
            "ruby",
            RUBY,
            "php",
            PHP);

    private final String key;

    Language(String key) {
        this.key = key;
    }

    /** Returns the name of the language in the knowledge base. */
    String key() {
        return key;
    }

    /** Returns whether a server that is no Node.js may run a file of this name; what is JavaScript, browsers run. */
    static boolean isOfServer(String fileName) {
        return of(fileName, "").filter(language -> language != JAVASCRIPT).isPresent();
    }

    /** Returns the language that the name of a file says, or that its first line names as interpreter. */
    static Optional<Language> of(String fileName, String text) {
        int dot = fileName.lastIndexOf('.');
        if (dot > 0) {
            return Optional.ofNullable(ENDINGS.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
        }
        if (!text.startsWith("#!")) {
            return Optional.empty();
        }
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        int start = Math.max(first.lastIndexOf('/'), first.lastIndexOf(' ')) + 1;
        return Optional.ofNullable(INTERPRETERS.get(first.substring(start)));
    }

    boolean hasHashComments() {
        return this == PYTHON || this == RUBY || this == PHP;
    }

    boolean hasSlashComments() {
        return this != PYTHON && this != RUBY;
    }

    /** Returns whether a single quote holds one character rather than a text. */
    boolean hasCharacters() {
        return this == JAVA || this == GO || this == C || this == CSHARP || this == RUST;
    }

    /** Returns whether three quotes open a text of several lines. */
    boolean hasTripleQuotes() {
        return this == PYTHON || this == JAVA || this == CSHARP;
    }

    /** Returns whether a slash between two paths puts one below the other. */
    boolean dividesPaths() {
        return this == PYTHON || this == JAVA || this == C;
    }

    /** Returns whether an arrow stands between a key and its value, not before the body of a function. */
    boolean pairsWithArrows() {
        return this == PHP || this == RUBY;
    }

    /** Returns whether two texts beside each other are one. */
    boolean joinsTexts() {
        return this == PYTHON || this == C || this == RUBY;
    }

    /** Returns whether a line that begins anew ends what stands before it. */
    boolean endsAtLines() {
        return this == PYTHON || this == RUBY || this == GO;
    }
}
