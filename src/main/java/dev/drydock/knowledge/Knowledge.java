package dev.drydock.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The knowledge base. Every part is read when it is first asked for and then kept, so one instance should serve a whole run.
 * Instances are safe for use by several threads.
 */
public final class Knowledge {
    private final Documents documents;
    private final Supplier<Images> images;
    private final Supplier<PackageManagers> packageManagers;
    private final Supplier<Recommends> recommends;
    private final Supplier<Publishers> publishers;
    private final Supplier<Secrets> secrets;
    private final Supplier<PublicHosts> publicHosts;
    private final Supplier<ListUsers> listUsers;
    private final Supplier<HostPaths> hostPaths;
    private final Supplier<Capabilities> capabilities;
    private final Supplier<ContainerJobs> containerJobs;
    private final Supplier<Ports> ports;
    private final Supplier<Networks> networks;
    private final Supplier<DebugTools> debugTools;
    private final Supplier<ResourceLimits> resourceLimits;
    private final Supplier<RuntimeImages> runtimeImages;
    private final Supplier<HealthChecks> healthChecks;
    private final Supplier<EndOfLife> endOfLife;
    private final Supplier<OldTools> oldTools;
    private final Supplier<VersionLines> versionLines;
    private final Supplier<Writers> writers;
    private final Supplier<HomeWriters> homeWriters;
    private final Supplier<WorkingTrees> workingTrees;

    private Knowledge(Documents documents) {
        this.documents = documents;
        publishers = part("publishers", Publishers::new);
        images = new Lazy<>(() -> new Images(
                List.of(file("images-bases"), file("images-services"), file("images-applications")),
                file("families"),
                publishers));
        packageManagers = part("package-managers", PackageManagers::new);
        recommends = part("recommends", Recommends::new);
        secrets = part("secrets", Secrets::new);
        publicHosts = part("public-hosts", PublicHosts::new);
        listUsers = part("list-users", ListUsers::new);
        hostPaths = part("host-paths", HostPaths::new);
        capabilities = part("capabilities", Capabilities::new);
        containerJobs = part("container-jobs", ContainerJobs::new);
        ports = part("ports", Ports::new);
        networks = part("networks", Networks::new);
        debugTools = part("debug-tools", DebugTools::new);
        resourceLimits = part("resource-limits", ResourceLimits::new);
        runtimeImages = part("runtime-images", RuntimeImages::new);
        healthChecks = part("health-checks", HealthChecks::new);
        endOfLife = part("end-of-life", EndOfLife::new);
        oldTools = part("old-tools", OldTools::new);
        versionLines = part("version-lines", VersionLines::new);
        writers = new Lazy<>(() -> new Writers(fields("writers"), new RootUses(fields("root-uses"))));
        homeWriters = part("homes", HomeWriters::new);
        workingTrees = part("trees", WorkingTrees::new);
    }

    /** The knowledge that is packaged with the program. */
    public static Knowledge packaged() {
        return new Knowledge(Documents.packaged());
    }

    /** The YAML files of a directory, named as in the packaged knowledge base; absent files are absent facts. */
    public static Knowledge overlay(Path directory) {
        return new Knowledge(Documents.directory(directory));
    }

    /** Content as it would stand in the files: file name without {@code .yaml}, then key, then facts. */
    public static Knowledge overlay(Map<String, ?> contents) {
        return new Knowledge(Documents.of(contents));
    }

    /**
     * This knowledge with that of {@code overrides} on top: entries are joined by their keys, and a fact stated in both is
     * that of {@code overrides}.
     */
    public Knowledge with(Knowledge overrides) {
        return new Knowledge(documents.with(overrides.documents));
    }

    public Images images() {
        return images.get();
    }

    public PackageManagers packageManagers() {
        return packageManagers.get();
    }

    public Recommends recommends() {
        return recommends.get();
    }

    public Secrets secrets() {
        return secrets.get();
    }

    public Publishers publishers() {
        return publishers.get();
    }

    public PublicHosts publicHosts() {
        return publicHosts.get();
    }

    public ListUsers listUsers() {
        return listUsers.get();
    }

    public HostPaths hostPaths() {
        return hostPaths.get();
    }

    public Capabilities capabilities() {
        return capabilities.get();
    }

    public ContainerJobs containerJobs() {
        return containerJobs.get();
    }

    public Ports ports() {
        return ports.get();
    }

    public Networks networks() {
        return networks.get();
    }

    public DebugTools debugTools() {
        return debugTools.get();
    }

    public ResourceLimits resourceLimits() {
        return resourceLimits.get();
    }

    public RuntimeImages runtimeImages() {
        return runtimeImages.get();
    }

    public HealthChecks healthChecks() {
        return healthChecks.get();
    }

    public EndOfLife endOfLife() {
        return endOfLife.get();
    }

    public OldTools oldTools() {
        return oldTools.get();
    }

    public VersionLines versionLines() {
        return versionLines.get();
    }

    public Writers writers() {
        return writers.get();
    }

    public HomeWriters homeWriters() {
        return homeWriters.get();
    }

    public WorkingTrees workingTrees() {
        return workingTrees.get();
    }

    private <T> Supplier<T> part(String name, Function<Fields, T> reader) {
        return new Lazy<>(() -> reader.apply(fields(name)));
    }

    private Supplier<Fields> file(String name) {
        return new Lazy<>(() -> fields(name));
    }

    private Fields fields(String name) {
        return new Fields(name + ".yaml", "", documents.read(name).orElse(Map.of()));
    }
}
