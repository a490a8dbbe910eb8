package dev.drydock.checklist;

import dev.drydock.project.FileKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The thirteen questions, in the order in which they are answered. */
@SuppressWarnings("ImmutableEnumChecker") // the lists and sets cannot be changed
public enum Question {
    NON_ROOT(
            "non-root",
            "Do containers run as another user than root?",
            Subject.BUILT_OR_RUN,
            List.of("run-as-non-root", "run-service-as-non-root")),
    DIGESTS(
            "image-digest",
            "Are images pinned to a digest?",
            Subject.BUILT_OR_RUN,
            List.of("pin-image-tag", "pin-image-digest")),
    SECRETS(
            "no-secrets",
            "Are image layers and files free of secrets?",
            Subject.EVERYTHING,
            List.of(
                    "arg-secret-to-mount",
                    "env-secret-out",
                    "copied-secret-to-mount",
                    "literal-secret",
                    "drop-build-secrets-from-final",
                    "env-to-secrets",
                    "run-secret-out",
                    "login-password-stdin",
                    "build-secret")),
    STAGES(
            "multi-stage",
            "Is what only the build needs kept out of the image?",
            Subject.BUILT,
            List.of("split-build-stage", "compilers-in-build-stage")),
    BASE("minimal-base", "Is the base image a minimal one?", Subject.BUILT, List.of("smaller-base")),
    CACHES(
            "caches-cleaned",
            "Do layers hold no package caches?",
            Subject.BUILT,
            List.of(
                    "apt-clean-lists",
                    "apk-no-cache",
                    "dnf-clean",
                    "zypper-clean",
                    "pacman-clean",
                    "pip-no-cache",
                    "npm-clean-cache",
                    "yarn-clean-cache",
                    "gem-no-document",
                    "composer-no-cache",
                    "conda-clean")),
    IGNORE_FILE(
            "ignore-file",
            "Does an ignore file keep out of the build what the image does not need?",
            Subject.BUILT,
            List.of("dockerignore")),
    PRIVILEGES(
            "no-privileges",
            "Do containers run without privileged mode and dangerous capabilities?",
            Subject.RUN,
            List.of(
                    "no-privileged",
                    "no-dangerous-capabilities",
                    "drop-capabilities",
                    "no-new-privileges",
                    "no-disabled-profiles",
                    "run-without-privileged",
                    "run-without-dangerous-capabilities",
                    "run-drop-capabilities",
                    "run-no-new-privileges",
                    "run-without-disabled-profiles")),
    SOCKET(
            "no-docker-socket",
            "Is the Docker socket kept out of containers?",
            Subject.RUN,
            List.of("protect-docker-socket", "run-without-docker-socket")),
    LIMITS(
            "resource-limits",
            "Are memory, processors and processes limited?",
            Subject.RUN,
            List.of("limit-resources", "run-limit-resources")),
    NETWORKS(
            "network-isolation",
            "Are networks and published ports as narrow as they can be?",
            Subject.RUN,
            List.of(
                    "isolate-networks",
                    "bind-ports-locally",
                    "no-host-namespaces",
                    "run-ports-locally",
                    "run-without-host-namespaces")),
    SCANNED("image-scanned", "Does continuous integration scan the images?", Subject.BUILT, List.of()),
    READ_ONLY(
            "read-only-root",
            "Is the root file system of containers read-only?",
            Subject.RUN,
            List.of("read-only-root", "run-read-only"));

    /** What kinds of file a question is about. */
    private static final class Subject {
        static final Set<FileKind> BUILT = Set.of(FileKind.DOCKERFILE);
        static final Set<FileKind> RUN = Set.of(
                FileKind.COMPOSE,
                FileKind.SHELL_SCRIPT,
                FileKind.MAKEFILE,
                FileKind.CI_WORKFLOW,
                FileKind.SYSTEMD_UNIT,
                FileKind.MARKDOWN);
        static final Set<FileKind> BUILT_OR_RUN = Set.of(FileKind.DOCKERFILE, FileKind.COMPOSE);
        static final Set<FileKind> EVERYTHING = Set.of(FileKind.values());
    }

    private final String id;
    private final String text;
    private final Set<FileKind> subject;
    private final List<String> rules;

    Question(String id, String text, Set<FileKind> subject, List<String> rules) {
        this.id = id;
        this.text = text;
        this.subject = subject;
        this.rules = rules;
    }

    /** Returns the name in reports: {@code non-root}. */
    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    /** Returns the ids of the transforms whose findings answer the question with fail. */
    public List<String> rules() {
        return rules;
    }

    /** Returns what to do where no rule says it. */
    Optional<String> remedy() {
        return switch (this) {
            case DIGESTS -> Optional.of("drydock lock && drydock fix --select pin-image-tag,pin-image-digest");
            case BASE ->
                Optional.of("by hand: start from a smaller variant of the image, or copy what was built to one that"
                        + " holds no build tools");
            case SCANNED -> Optional.of("by hand: let continuous integration scan the image that it builds");
            default -> Optional.empty();
        };
    }

    boolean isAbout(FileKind kind) {
        return subject.contains(kind);
    }
}
