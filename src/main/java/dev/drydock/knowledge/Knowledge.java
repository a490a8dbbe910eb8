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

    private Knowledge(Documents documents) {
        this.documents = documents;
        publishers = part("publishers", Publishers::new);
        images = new Lazy<>(
                () -> new Images(List.of(file("images-bases"), file("images-services")), file("families"), publishers));
        packageManagers = part("package-managers", PackageManagers::new);
        recommends = part("recommends", Recommends::new);
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

    public Publishers publishers() {
        return publishers.get();
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
