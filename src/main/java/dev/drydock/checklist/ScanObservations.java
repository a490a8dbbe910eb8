package dev.drydock.checklist;

import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where continuous integration speaks of a program that scans images. Read as text: a name in a comment does not count. */
final class ScanObservations {
    private static final int LARGEST = 1 << 18;
    private static final List<String> SCANNERS = List.of(
            "trivy",
            "grype",
            "anchore",
            "snyk",
            "docker scout",
            "docker/scout",
            "clair",
            "dockle",
            "sysdig",
            "twistcli",
            "prisma-cloud",
            "container-scanning",
            "container_scanning");
    private static final List<String> FILES = List.of(
            ".gitlab-ci.yml",
            "Jenkinsfile",
            "azure-pipelines.yml",
            ".circleci/config.yml",
            "bitbucket-pipelines.yml",
            ".drone.yml",
            ".woodpecker.yml",
            ".travis.yml",
            "Makefile");

    private final Workspace workspace;

    ScanObservations(Workspace workspace) {
        this.workspace = workspace;
    }

    Evidence evidence() {
        if (!workspace.isKnown()) {
            return Evidence.ofProject("the files around it are unknown", false);
        }
        List<ProjectPath> files = new ArrayList<>();
        for (String folder : List.of(".github/workflows", ".gitea/workflows", ".forgejo/workflows", ".woodpecker")) {
            files.addAll(workspace.list(ProjectPath.of(folder)));
        }
        FILES.forEach(name -> files.add(ProjectPath.of(name)));
        return files.stream()
                .flatMap(file -> in(file).stream())
                .findFirst()
                .orElseGet(() -> Evidence.ofProject("no file of continuous integration names a scanner", false));
    }

    private Optional<Evidence> in(ProjectPath file) {
        Optional<byte[]> bytes = workspace.read(file, LARGEST);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        String[] lines = new String(bytes.get(), StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip().toLowerCase(Locale.ROOT);
            for (String scanner : SCANNERS) {
                if (!line.startsWith("#") && !line.startsWith("//") && line.contains(scanner)) {
                    return Optional.of(Evidence.good(file, i + 1, "speaks of " + scanner));
                }
            }
        }
        return Optional.empty();
    }
}
