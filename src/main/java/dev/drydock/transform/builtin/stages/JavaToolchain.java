package dev.drydock.transform.builtin.stages;

import dev.drydock.knowledge.RuntimeImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maven and Gradle, which write one archive that {@code java -jar} starts. */
final class JavaToolchain implements Toolchain {
    /** Releases with long support, for which every vendor publishes a runtime. */
    private static final Set<String> VERSIONS = Set.of("8", "11", "17", "21", "25");

    private static final Set<String> GOALS = Set.of(
            "package", "install", "verify", "build", "bootJar", "jar", "shadowJar", "assemble", ":build", ":bootJar");

    /** What in a build file makes an archive that holds its dependencies. */
    private static final List<String> SELF_CONTAINED = List.of(
            "spring-boot-maven-plugin",
            "maven-shade-plugin",
            "jar-with-dependencies",
            "org.springframework.boot",
            "shadow",
            "quarkus");

    private static final List<String> NAMES_OTHERS = List.of("addClasspath", "Class-Path", "classpathPrefix");

    private final boolean gradle;

    JavaToolchain(boolean gradle) {
        this.gradle = gradle;
    }

    @Override
    public String language() {
        return gradle ? "Gradle" : "Maven";
    }

    @Override
    public boolean isBuild(BuildStep step) {
        boolean tool = gradle ? step.runs("gradle", "gradlew") : step.runs("mvn", "mvnw");
        return tool && step.words().stream().anyMatch(GOALS::contains);
    }

    @Override
    public Set<String> programs() {
        return Set.of("mvn", "mvnw", "gradle", "gradlew", "javac", "jar", "dos2unix");
    }

    @Override
    public SourceFiles sources() {
        return new SourceFiles(
                List.of(".java", ".kt", ".kts", ".gradle", ".groovy", ".scala"),
                Set.of("pom.xml", "mvnw", "mvnw.cmd", "gradlew", "gradlew.bat", "gradle.properties", "lombok.config"),
                Set.of("src", ".mvn", "gradle", "target", "build", ".gradle", "docs"));
    }

    @Override
    public SplitPlan plan(SingleBuild build) {
        StartProgram start = StartProgram.of(build.stage());
        if (!start.name().equals("java")) {
            throw new UnclearException("the container does not start java itself");
        }
        boolean others = start.words().stream()
                .anyMatch(word -> word.startsWith("-javaagent") || word.equals("-cp") || word.equals("-classpath"));
        Optional<String> archive = start.after("-jar");
        if (others || archive.isEmpty()) {
            throw new UnclearException("the container starts more than one archive");
        }
        String path = build.startPath(archive.get());
        boolean built = path.contains(gradle ? "/build/libs/" : "/target/") || build.isMovedTo(path);
        if (!built) {
            throw new UnclearException("the archive that the container starts cannot be traced to the build");
        }
        boolean folder = path.endsWith("/quarkus-run.jar");
        Artefact artefact = Artefact.at(folder ? path.substring(0, path.lastIndexOf('/')) : path);
        boolean known = isSelfContained(build) || folder;
        List<String> assumptions = new ArrayList<>();
        if (!known) {
            assumptions.add("The archive holds all of its dependencies.");
        }
        assumptions.add("The program needs no tool of the JDK.");
        return new SplitPlan(runtime(build), List.of(artefact), List.of(), known, assumptions);
    }

    /** Returns whether the build file is there and says that the archive needs no other. */
    private boolean isSelfContained(SingleBuild build) {
        Optional<String> text = gradle
                ? build.contextText("build.gradle").or(() -> build.contextText("build.gradle.kts"))
                : build.contextText("pom.xml");
        if (text.isEmpty()) {
            return false;
        }
        if (NAMES_OTHERS.stream().anyMatch(text.get()::contains)) {
            throw new UnclearException("the archive names other archives that it needs");
        }
        boolean alone =
                gradle ? !text.get().contains("dependencies") : !text.get().contains("<dependency>");
        return alone || SELF_CONTAINED.stream().anyMatch(text.get()::contains);
    }

    private static String runtime(SingleBuild build) {
        RuntimeImages.RuntimeStage stage = build.runtime("java");
        String version = version(build)
                .orElseThrow(() -> new UnclearException(
                        "the tag of " + build.stage().image().text() + " does not tell the version of Java"));
        String runtime = stage.runtime().replace("{version}", version);
        boolean apt = build.packageManager().filter("apt-get"::equals).isPresent() || build.isAlpine();
        boolean installs =
                build.steps().stream().anyMatch(step -> step.runs("apt-get", "apk", "yum", "dnf", "microdnf"));
        if (!apt && installs) {
            throw new UnclearException(
                    "the distribution of the image " + build.stage().image().text() + " is unknown");
        }
        return build.isAlpine() ? runtime + "-alpine" : runtime;
    }

    /** Reads the release of Java: {@code 17-jdk}, {@code 3.9-eclipse-temurin-17}, {@code 8.5-jdk21-alpine}. */
    private static Optional<String> version(SingleBuild build) {
        List<String> parts = List.of(build.tag().orElse("").split("-"));
        boolean toolFirst =
                build.imageName().equals("maven") || build.imageName().equals("gradle");
        for (int i = toolFirst ? 1 : 0; i < parts.size(); i++) {
            String part = parts.get(i);
            String digits = part.startsWith("jdk") ? part.substring(3) : part;
            int end = 0;
            while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
                end++;
            }
            String version = digits.substring(0, end);
            boolean plain = end == digits.length() || digits.charAt(end) == '.' || digits.charAt(end) == 'u';
            if (plain && VERSIONS.contains(version)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
