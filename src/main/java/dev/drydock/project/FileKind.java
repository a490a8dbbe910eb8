package dev.drydock.project;

import java.util.Locale;
import java.util.Optional;

/** What language a file of a project is read as. */
public enum FileKind {
    DOCKERFILE,
    COMPOSE,
    IGNORE_FILE,
    SHELL_SCRIPT,
    MAKEFILE,
    CI_WORKFLOW,
    SYSTEMD_UNIT,
    MARKDOWN,
    /** A file that a rewrite creates and that no transform judges, such as the value of a secret. */
    OTHER;

    /** Returns whether command lines for a shell stand in files of this kind. */
    public boolean holdsCommands() {
        return switch (this) {
            case SHELL_SCRIPT, MAKEFILE, CI_WORKFLOW, SYSTEMD_UNIT, MARKDOWN -> true;
            default -> false;
        };
    }

    /**
     * Returns the kind that the name of a file says, or empty if the name says nothing. The content is not looked at, so a
     * compose file with a name of its own has to be named by whoever lists the files.
     */
    public static Optional<FileKind> of(ProjectPath path) {
        String name = path.fileName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".dockerignore") || name.endsWith(".containerignore") || name.equals(".gitignore")) {
            return Optional.of(IGNORE_FILE);
        }
        if (isDockerfile(name)) {
            return Optional.of(DOCKERFILE);
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return yaml(path, name);
        }
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return Optional.of(MARKDOWN);
        }
        if (name.endsWith(".sh") || name.endsWith(".bash")) {
            return Optional.of(SHELL_SCRIPT);
        }
        if (name.equals("makefile") || name.equals("gnumakefile") || name.endsWith(".mk")) {
            return Optional.of(MAKEFILE);
        }
        return name.endsWith(".service") ? Optional.of(SYSTEMD_UNIT) : Optional.empty();
    }

    private static boolean isDockerfile(String name) {
        for (String stem : new String[] {"dockerfile", "containerfile"}) {
            // Dockerfile.alpine, Dockerfile-alpine and Dockerfile_alpine, but not dockerfiles.
            boolean variant = name.startsWith(stem)
                    && (name.length() == stem.length() || !Character.isLetterOrDigit(name.charAt(stem.length())));
            if (variant || name.endsWith("." + stem)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<FileKind> yaml(ProjectPath path, String name) {
        String stem = name.substring(0, name.lastIndexOf('.'));
        for (String base : new String[] {"compose", "docker-compose"}) {
            if (stem.equals(base) || stem.startsWith(base + ".") || stem.startsWith(base + "-")) {
                return Optional.of(COMPOSE);
            }
        }
        boolean workflow = path.parent().value().endsWith(".github/workflows")
                || stem.equals(".gitlab-ci")
                || stem.equals("action");
        return workflow ? Optional.of(CI_WORKFLOW) : Optional.empty();
    }
}
