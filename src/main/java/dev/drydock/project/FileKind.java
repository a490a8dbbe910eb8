package dev.drydock.project;

/** What language a file of a project is read as. */
public enum FileKind {
    DOCKERFILE,
    COMPOSE,
    IGNORE_FILE,
    SHELL_SCRIPT,
    MAKEFILE,
    CI_WORKFLOW,
    SYSTEMD_UNIT,
    MARKDOWN
}
