package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a runtime stage is made of: its image, and the libraries that development packages of the build stage imply. */
public final class RuntimeImages {
    private static final String ALL = "all";

    private final Map<String, Fields> languages;
    private final Map<String, Fields> libraries;
    private final Set<String> buildTools;
    private final Set<String> fullOnly;
    private final Map<String, List<String>> compiled;

    /**
     * The runtime of a language.
     *
     * @param builders repositories that build it
     * @param runtime image reference with {@code {version}} and {@code {suite}} to fill in
     * @param when the condition under which it is right
     * @param otherwise the image for the other case
     */
    public record RuntimeStage(
            String language,
            List<String> builders,
            String runtime,
            Optional<String> when,
            Optional<String> otherwise) {}

    RuntimeImages(Fields fields) {
        languages = fields.fieldsMap("languages");
        libraries = fields.fieldsMap("libraries");
        buildTools = fields.textSet("build-tools");
        fullOnly = fields.textSet("full-only");
        compiled = fields.textsMap("compiled");
        fields.text("source");
        fields.end();
    }

    /** Whether a package serves a build only: a tool of the list, or headers, whose package name ends in {@code -dev}. */
    public boolean isForBuild(String packageName) {
        return buildTools.contains(packageName) || packageName.endsWith("-dev");
    }

    /** Whether the full variant of a language's image holds a program that the slim one does not. */
    public boolean isOnlyInFullImage(String program) {
        return fullOnly.contains(program);
    }

    /** Packages of a language's registry that are compiled when they are installed. */
    public List<String> compiledPackages(String language) {
        return compiled.getOrDefault(language, List.of());
    }

    /** The languages of the file. */
    public Set<String> languages() {
        return languages.keySet();
    }

    /** The runtime of a language; empty when the files do not know it. */
    public Optional<RuntimeStage> of(String language) {
        return Optional.ofNullable(languages.get(language)).map(fields -> {
            RuntimeStage result = new RuntimeStage(
                    language,
                    fields.texts("builders"),
                    fields.requiredText("runtime"),
                    fields.text("when"),
                    fields.text("otherwise"));
            fields.end();
            return result;
        });
    }

    /** The languages that are built with a repository. */
    public List<String> languagesBuiltWith(String repository) {
        String name = ImageName.normalise(repository);
        List<String> result = new ArrayList<>();
        for (String language : languages.keySet()) {
            boolean builds = of(language).orElseThrow().builders().stream()
                    .anyMatch(builder -> ImageName.normalise(builder).equals(name));
            if (builds) {
                result.add(language);
            }
        }
        return List.copyOf(result);
    }

    /**
     * The libraries that a program built with a development package needs at run time: an empty list when every image has
     * them, nothing when the package is unknown or its libraries have another name in every suite and the suite is unknown.
     */
    public Optional<List<String>> libraries(String developmentPackage, Optional<String> suite) {
        Fields fields = libraries.get(developmentPackage);
        if (fields == null) {
            return Optional.empty();
        }
        if (fields.has(ALL)) {
            return Optional.of(fields.texts(ALL));
        }
        return suite.filter(fields::has).map(fields::texts);
    }

    /** The development packages of the file. */
    public Set<String> developmentPackages() {
        return new LinkedHashSet<>(libraries.keySet());
    }
}
