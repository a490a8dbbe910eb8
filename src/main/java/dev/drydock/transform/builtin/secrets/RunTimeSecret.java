package dev.drydock.transform.builtin.secrets;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.Setting;
import dev.drydock.edit.FileChange;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.BuildingServices;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.builtin.ComposeSections;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A secret that a container gets as a file when it starts, at the place where its image had it. A file and not a variable of
 * compose, which cannot put one into a container whose root is read-only.
 *
 * @param changes the services that run the image and are given the file as a secret, one change for each compose file
 * @param notes how else the container gets it
 */
public record RunTimeSecret(List<FileChange> changes, List<String> notes) {

    public RunTimeSecret {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /**
     * One file.
     *
     * @param id the name of the secret
     * @param source the file of the project; it need not be there yet
     * @param target where the container looks for it, absolute
     */
    public record Item(String id, ProjectPath source, String target) {}

    /**
     * Returns what hands files over.
     *
     * @param stage the name of the last stage, if it has one
     */
    public static RunTimeSecret of(Project project, ProjectFile dockerfile, Optional<String> stage, List<Item> items) {
        List<ComposeService> running =
                BuildingServices.of(project, dockerfile, stage).services();
        List<FileChange> changes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        project.files(FileKind.COMPOSE)
                .filter(file -> !file.path().equals(dockerfile.path()))
                .forEach(file -> {
                    List<ComposeService> services = running.stream()
                            .filter(service -> service.file() == project.compose(file))
                            .toList();
                    if (services.stream()
                            .anyMatch(service -> !lacks(service, items).isEmpty())) {
                        new Handover(project.compose(file), file, items)
                                .to(services)
                                .ifPresentOrElse(changes::add, () -> notes.add(byHand(file, items)));
                    }
                });
        if (running.isEmpty()) {
            notes.add("Start the container with: docker run "
                    + items.stream().map(RunTimeSecret::option).collect(Collectors.joining(" "))
                    + " IMAGE. Its account must be able to read " + (items.size() == 1 ? "the file." : "the files."));
        }
        return new RunTimeSecret(changes, items.isEmpty() ? List.of() : notes);
    }

    private static String option(Item item) {
        return "--mount type=bind,source=\"$PWD/" + item.source() + "\",target=" + item.target() + ",readonly";
    }

    private static String byHand(ProjectFile file, List<Item> items) {
        return "The services of " + file.path() + " that run the image need a secret with the target "
                + items.stream().map(Item::target).collect(Collectors.joining(", ")) + ", which is added by hand.";
    }

    private static List<Item> lacks(ComposeService service, List<Item> items) {
        return items.stream().filter(item -> !has(service, item.target())).toList();
    }

    private static boolean has(ComposeService service, String target) {
        boolean mounted = service.volumes().stream().anyMatch(mount -> ContainerPath.isWithin(target, mount.target()));
        return mounted
                || service.secrets().stream().anyMatch(grant -> grant.target().equals(Optional.of(target)));
    }

    /** The change of one compose file. */
    private record Handover(ComposeFile compose, ProjectFile file, List<Item> items) {

        Optional<FileChange> to(List<ComposeService> services) {
            YamlEditor editor = new YamlEditor(compose.document().orElseThrow());
            boolean done = services.stream()
                            .allMatch(service ->
                                    lacks(service, items).isEmpty() || grant(editor, service, lacks(service, items)))
                    && define(editor);
            return done
                    ? editor.finish().edits().map(edits -> new FileChange.Edits(file.path(), edits))
                    : Optional.empty();
        }

        private static boolean grant(YamlEditor editor, ComposeService service, List<Item> items) {
            List<YamlValue> list = items.stream()
                    .<YamlValue>map(
                            item -> YamlValue.map().with("source", item.id()).with("target", item.target()))
                    .toList();
            Optional<Setting> present = service.setting("secrets");
            if (present.isPresent()) {
                boolean own =
                        present.get().provenance().isOwn() && !present.get().isAliased();
                if (own) {
                    list.forEach(item -> editor.appendInto(present.get().entry(), item));
                }
                return own;
            }
            Optional<YamlMapping> mapping = service.mapping();
            mapping.ifPresent(own -> editor.insertLast(own, "secrets", YamlValue.list(list.toArray(YamlValue[]::new))));
            return mapping.isPresent();
        }

        private boolean define(YamlEditor editor) {
            Map<String, YamlValue> added = new LinkedHashMap<>();
            for (Item item : items) {
                String path = file.path().parent().pathTo(item.source());
                Optional<Definition> known = compose.secrets().stream()
                        .filter(definition -> definition.name().equals(item.id()))
                        .findFirst();
                boolean other = known.isPresent()
                        && known.get().text("file").filter(path::equals).isEmpty();
                YamlValue definition = YamlValue.map().with("file", path);
                if (other || !added.getOrDefault(item.id(), definition).equals(definition)) {
                    return false;
                }
                if (known.isEmpty()) {
                    added.put(item.id(), definition);
                }
            }
            Optional<YamlEntry> section = compose.section("secrets");
            if (section.isPresent()) {
                added.forEach((id, definition) -> editor.insertInto(section.get(), id, definition));
            } else if (!added.isEmpty()) {
                ComposeSections.add(editor, compose, "secrets", YamlValue.map(added));
            }
            return true;
        }
    }
}
