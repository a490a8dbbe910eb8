package dev.drydock.discovery;

import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a file's name says about its content. The names are those that Docker, Podman and Compose read by themselves, and
 * the variants that other tools for these files recognise: a suffix or a prefix, in any case.
 */
final class FileNames {
    /** How much a name says. */
    enum Verdict {
        /** The file is of the kind. */
        CERTAIN,
        /** The file may be of the kind; its content decides: {@code Dockerfile.py} is either. */
        POSSIBLE,
        /** The file is of the kind, and is looked at if it runs a container program. */
        IF_IT_RUNS_CONTAINERS,
        /** A text from which a file of the kind is generated; it is not in the language itself. */
        TEMPLATE
    }

    /**
     * What a name says, and about which kind.
     *
     * @param variant whether people add words of their own to the name, so that it may be that of a text about such a file
     */
    record Match(FileKind kind, Verdict verdict, boolean variant) {
        Match(FileKind kind, Verdict verdict) {
            this(kind, verdict, false);
        }
    }

    private static final List<String> DOCKERFILE_STEMS = List.of("dockerfile", "containerfile");
    private static final List<String> COMPOSE_STEMS = List.of("docker-compose", "compose");
    private static final Set<String> TEMPLATE_ENDINGS = Set.of(
            "j2",
            "jinja",
            "jinja2",
            "tmpl",
            "tpl",
            "gotmpl",
            "template",
            "erb",
            "tt",
            "eex",
            "liquid",
            "ejs",
            "mustache",
            "hbs",
            "m4",
            "in");
    private static final Set<String> OTHER_LANGUAGES = Set.of(
            "md", "rst", "adoc", "html", "json", "toml", "xml", "yml", "yaml", "lock", "log", "patch", "diff", "orig",
            "rej", "swp", "swo", "pyc", "class", "png", "svg", "jpg", "gif", "pdf", "zip", "gz", "sha256", "asc",
            "sig");
    private static final Set<String> AMBIGUOUS_ENDINGS = Set.of(
            "py", "go", "js", "ts", "tsx", "jsx", "java", "kt", "rb", "rs", "c", "h", "cc", "cpp", "cs", "php", "sh",
            "bash", "pl", "lua", "scala", "swift", "vim", "el", "ps1", "txt", "bak", "old", "sql", "css", "proto");

    private FileNames() {}

    /** Returns what the last segments of a path, divided by slashes, say, or empty if they say nothing. */
    static Optional<Match> match(String path) {
        String lower = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (lower.endsWith(".dockerignore") || lower.endsWith(".containerignore") || lower.endsWith("~")) {
            return Optional.empty();
        }
        return dockerfile(lower).or(() -> compose(lower)).or(() -> script(path));
    }

    /** A file in which commands stand: a script, a Makefile, a workflow, a unit, a document. */
    private static Optional<Match> script(String path) {
        return ProjectPath.parse(path.startsWith("/") ? path.substring(1) : path)
                .flatMap(FileKind::of)
                .filter(FileKind::holdsCommands)
                .map(kind -> new Match(kind, Verdict.IF_IT_RUNS_CONTAINERS));
    }

    private static Optional<Match> dockerfile(String lower) {
        for (String stem : DOCKERFILE_STEMS) {
            if (lower.equals(stem) || lower.endsWith("." + stem)) {
                return Optional.of(new Match(FileKind.DOCKERFILE, Verdict.CERTAIN));
            }
            if (TEMPLATE_ENDINGS.contains(ending(lower)) && withoutEnding(lower).endsWith("." + stem)) {
                return Optional.of(new Match(FileKind.DOCKERFILE, Verdict.TEMPLATE));
            }
            if (lower.startsWith(stem)) {
                return afterStem(lower, stem);
            }
        }
        return Optional.empty();
    }

    /** A name like {@code Dockerfile.prod}, {@code Dockerfile-dev} or {@code Dockerfile.alpine.j2}. */
    private static Optional<Match> afterStem(String lower, String stem) {
        String ending = ending(lower);
        if (TEMPLATE_ENDINGS.contains(ending)) {
            return Optional.of(new Match(FileKind.DOCKERFILE, Verdict.TEMPLATE));
        }
        if (OTHER_LANGUAGES.contains(ending)) {
            return Optional.empty();
        }
        boolean divided = !Character.isLetterOrDigit(lower.charAt(stem.length()));
        Verdict verdict = divided && !AMBIGUOUS_ENDINGS.contains(ending) ? Verdict.CERTAIN : Verdict.POSSIBLE;
        return Optional.of(new Match(FileKind.DOCKERFILE, verdict, true));
    }

    private static Optional<Match> compose(String lower) {
        boolean template = TEMPLATE_ENDINGS.contains(ending(lower));
        String name = template ? withoutEnding(lower) : lower;
        if (!name.endsWith(".yml") && !name.endsWith(".yaml")) {
            return Optional.empty();
        }
        for (String stem : COMPOSE_STEMS) {
            if (name.startsWith(stem) && !Character.isLetterOrDigit(name.charAt(stem.length()))) {
                return Optional.of(new Match(FileKind.COMPOSE, template ? Verdict.TEMPLATE : Verdict.CERTAIN));
            }
        }
        return Optional.empty();
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
