package dev.drydock.transform.builtin.stages;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which files only a build or a person reads.
 *
 * @param endings of file names
 * @param names of files
 * @param folders whose whole content is compiled or is for people
 */
record SourceFiles(List<String> endings, Set<String> names, Set<String> folders) {
    private static final List<String> FOR_PEOPLE = List.of(
            "readme", "license", "licence", "changelog", "contributing", "dockerfile", "compose.y", "docker-compose");
    private static final List<String> ENDINGS = List.of(".md", ".dockerfile", ".dockerignore", ".iml", ".rst");
    private static final Set<String> NAMES = Set.of(
            ".gitignore",
            ".gitattributes",
            ".gitmodules",
            ".editorconfig",
            ".gitlab-ci.yml",
            ".travis.yml",
            ".pre-commit-config.yaml",
            ".drydock.yaml",
            "drydock.lock",
            "jenkinsfile",
            "makefile",
            "notice",
            "authors",
            "codeowners",
            "renovate.json",
            ".ds_store");
    private static final Set<String> FOLDERS = Set.of(
            ".git", ".github", ".gitlab", ".circleci", ".vscode", ".idea", "test", "tests", "__tests__", ".husky");

    SourceFiles {
        endings = List.copyOf(endings);
        names = Set.copyOf(names);
        folders = Set.copyOf(folders);
    }

    /** Returns whether a file is read by the build itself. */
    boolean isSource(String name) {
        return names.contains(name) || endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** Returns whether a file, or a pattern of files, is read by builds and people only. */
    boolean isFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return isSource(name)
                || NAMES.contains(lower)
                || ENDINGS.stream().anyMatch(lower::endsWith)
                || FOR_PEOPLE.stream().anyMatch(lower::startsWith);
    }

    boolean isFolder(String name) {
        return folders.contains(name) || FOLDERS.contains(name);
    }
}
