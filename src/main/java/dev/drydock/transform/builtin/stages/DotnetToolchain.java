package dev.drydock.transform.builtin.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code dotnet publish}. */
final class DotnetToolchain implements Toolchain {
    private static final String BUILDER = "dotnet/sdk";

    @Override
    public String language() {
        return ".NET";
    }

    @Override
    public boolean isBuild(BuildStep step) {
        return step.runs("dotnet")
                && !step.words().isEmpty()
                && (step.words().get(0).equals("publish") || step.words().get(0).equals("build"));
    }

    @Override
    public Set<String> programs() {
        return Set.of("dotnet");
    }

    @Override
    public SourceFiles sources() {
        return new SourceFiles(
                List.of(".cs", ".csproj", ".fs", ".fsproj", ".sln", ".props", ".targets", ".razor", ".cshtml", ".user"),
                Set.of("global.json", "NuGet.Config", "nuget.config", "Directory.Build.props"),
                Set.of("bin", "obj", "Properties", "docs", ".vs"));
    }

    @Override
    public SplitPlan plan(SingleBuild build) {
        StartProgram start = StartProgram.of(build.stage());
        boolean assembly = start.name().equals("dotnet")
                && start.words().size() > 1
                && start.words().get(1).endsWith(".dll");
        if (!assembly) {
            throw new UnclearException("the container does not start a published assembly");
        }
        String path = build.startPath(start.words().get(1));
        String folder = published(build, path)
                .orElseThrow(() -> new UnclearException(
                        "the assembly that the container starts cannot be traced to dotnet publish"));
        if (build.stage().workdir().filter(folder::equals).isPresent()
                && build.steps().stream()
                        .anyMatch(step -> step.folder().filter(folder::equals).isPresent())) {
            throw new UnclearException("sources and the published program lie in one directory");
        }
        List<String> assumptions = new ArrayList<>(List.of("The program starts no tool of the SDK."));
        boolean invariant = build.isAlpine();
        if (invariant) {
            // dotnet/dotnet-docker: the SDK on Alpine installs icu-libs and tzdata, and turns the invariant mode off.
            assumptions.add("The program needs neither cultures nor time zones, which the SDK on Alpine has.");
        }
        return new SplitPlan(runtime(build), List.of(Artefact.at(folder)), List.of(), !invariant, assumptions);
    }

    private static Optional<String> published(SingleBuild build, String path) {
        String folder = path.substring(0, Math.max(1, path.lastIndexOf('/')));
        for (BuildStep step : build.steps()) {
            if (step.runs("dotnet") && step.words().contains("publish")) {
                Optional<String> output = step.option("-o", "--output").flatMap(step::path);
                boolean named = output.filter(folder::equals).isPresent();
                boolean usual = step.option("-o", "--output").isEmpty() && folder.endsWith("/publish");
                if (named || usual) {
                    return Optional.of(folder);
                }
            }
        }
        return Optional.empty();
    }

    private static String runtime(SingleBuild build) {
        String repository = build.stage()
                .image()
                .reference()
                .map(image -> image.repository())
                .orElse("");
        String tag = build.tag().orElse("");
        int dot = tag.indexOf('.');
        int end = dot + 1;
        while (end < tag.length() && Character.isDigit(tag.charAt(end))) {
            end++;
        }
        boolean plain = dot > 0 && tag.substring(0, dot).chars().allMatch(Character::isDigit) && end > dot + 1;
        if (!repository.equals(BUILDER) || !plain) {
            throw new UnclearException(
                    "the tag of " + build.stage().image().text() + " does not tell the version of .NET");
        }
        int suffix = tag.indexOf('-');
        String version = tag.substring(0, end) + (suffix < 0 ? "" : tag.substring(suffix));
        return build.runtime("dotnet").runtime().replace("{version}", version);
    }
}
