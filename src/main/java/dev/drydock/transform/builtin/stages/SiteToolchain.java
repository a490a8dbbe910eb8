package dev.drydock.transform.builtin.stages;

import dev.drydock.model.ContainerPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A site that Node builds in the image of the web server which serves it. */
final class SiteToolchain implements Toolchain {
    private static final Set<String> SERVERS = Set.of("nginx", "nginx-unprivileged", "httpd", "caddy");
    private static final List<String> ROOTS =
            List.of("/usr/share/nginx/html", "/usr/local/apache2/htdocs", "/usr/share/caddy", "/var/www/html");

    private final NodeToolchain node = new NodeToolchain();

    /** Returns whether the image is that of a web server. */
    static boolean isServer(SingleBuild build) {
        return SERVERS.contains(build.imageName());
    }

    @Override
    public String language() {
        return "the site";
    }

    @Override
    public boolean isBuild(BuildStep step) {
        return node.isBuild(step);
    }

    @Override
    public boolean isUsed(SingleBuild build) {
        return isServer(build) && build.steps().stream().anyMatch(this::isBuild);
    }

    @Override
    public Set<String> programs() {
        return node.programs();
    }

    @Override
    public SourceFiles sources() {
        return node.sources();
    }

    @Override
    public Set<String> packages() {
        return Set.of("nodejs", "npm", "yarn", "yarnpkg", "node-typescript");
    }

    /** A web server reads its settings and what it serves. */
    @Override
    public boolean reads(String path) {
        return ContainerPath.isWithin(path, "/etc") || root(path).isPresent();
    }

    private static Optional<String> root(String path) {
        return ROOTS.stream().filter(root -> ContainerPath.isWithin(path, root)).findFirst();
    }

    @Override
    public SplitPlan plan(SingleBuild build) {
        if (!build.stage().startCommand().isInherited()) {
            StartProgram start = StartProgram.of(build.stage());
            if (!Set.of("nginx", "httpd", "httpd-foreground", "caddy").contains(start.name())) {
                throw new UnclearException("the container does not start the web server itself");
            }
        }
        String root = build.steps().stream()
                .filter(step -> step.runs("cp", "mv"))
                .flatMap(step -> step.operands().stream()
                        .reduce((first, last) -> last)
                        .flatMap(word -> word.literalValue())
                        .flatMap(step::path)
                        .flatMap(SiteToolchain::root)
                        .stream())
                .findFirst()
                .orElseThrow(() -> new UnclearException(
                        "cannot tell what the build puts into the directory that the web server serves"));
        return new SplitPlan(
                build.stage().stage().from().image().value(),
                List.of(Artefact.at(root)),
                List.of(),
                true,
                List.of("The web server needs no file of the build but those that it serves and its settings."));
    }
}
