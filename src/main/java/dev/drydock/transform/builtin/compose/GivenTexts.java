package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.Grant;
import dev.drydock.compose.VolumeMount;
import dev.drydock.container.Mount;
import dev.drydock.container.SettingsFile;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Writers;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.transform.builtin.Documents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The texts that a service is given: files of variables, configs, and what of the project is mounted, but for the data of the image.
 *
 * @param unread what is mounted that is not there to read; empty if all is
 * @param unreadVariables a file of variables that is not there to read
 */
record GivenTexts(List<SettingsFile> files, Optional<String> unread, Optional<String> unreadVariables) {
    private static final int LARGEST = 1 << 18;
    private static final int MOST_FILES = 400;

    GivenTexts {
        files = List.copyOf(files);
    }

    static GivenTexts of(
            Project project, ProjectFile file, ComposeService service, Optional<ImageFacts> facts, Writers writers) {
        Reader reader = new Reader(project.workspace(), facts, writers);
        ProjectPath folder = file.path().parent();
        service.envFiles().forEach(path -> reader.read(path, folder.resolve(path)));
        Optional<String> variables = reader.unread;
        reader.unread = Optional.empty();
        service.volumes().forEach(mount -> reader.read(mount, folder));
        reader.read(service.configs(), service.file().configs(), folder);
        reader.read(service.secrets(), service.file().secrets(), folder);
        return new GivenTexts(reader.files, reader.unread, variables);
    }

    private static final class Reader {
        private final Workspace workspace;
        private final Optional<ImageFacts> facts;
        private final Writers writers;
        private final List<SettingsFile> files = new ArrayList<>();
        private Optional<String> unread = Optional.empty();

        Reader(Workspace workspace, Optional<ImageFacts> facts, Writers writers) {
            this.workspace = workspace;
            this.facts = facts;
            this.writers = writers;
        }

        void read(VolumeMount mount, ProjectPath folder) {
            boolean data = facts.stream()
                    .flatMap(known -> known.volumes().stream())
                    .anyMatch(volume -> mount.target().equals(volume)
                            || mount.target().startsWith(volume + "/")
                            || volume.startsWith(mount.target() + "/"));
            if (mount.type() == VolumeMount.Type.BIND && !data && !isSocket(mount)) {
                Optional<ProjectPath> path = mount.source().flatMap(folder::resolve);
                boolean there = path.filter(each -> workspace.kind(each) == Workspace.Kind.FILE
                                || workspace.kind(each) == Workspace.Kind.FOLDER)
                        .isPresent();
                if (there || !isNoSettings(mount)) {
                    read(mount.source().orElse(mount.target()), path);
                }
            } else if (mount.type() == VolumeMount.Type.VOLUME && writers.isSettings(mount.target())) {
                // Another service fills it.
                miss(mount.target());
            }
        }

        private static boolean isSocket(VolumeMount mount) {
            return mount.target().endsWith(".sock");
        }

        /** Certificates, logs and clocks of the host name nobody. */
        private static boolean isNoSettings(VolumeMount mount) {
            return new Mount(Mount.Kind.BIND, mount.target(), mount.source(), mount.readOnly()).looksConfidential()
                    || mount.target().contains("letsencrypt")
                    || mount.target().startsWith("/var/log")
                    || mount.target().endsWith("/logs")
                    || mount.target().equals("/etc/localtime")
                    || mount.target().equals("/etc/timezone");
        }

        void read(List<Grant> grants, List<Definition> definitions, ProjectPath folder) {
            for (Grant grant : grants) {
                for (Definition definition : definitions) {
                    if (definition.name().equals(grant.source())) {
                        definition
                                .text("content")
                                .ifPresent(text -> files.add(new SettingsFile(grant.source(), text, Optional.empty())));
                        definition.text("file").ifPresent(path -> read(path, folder.resolve(path)));
                    }
                }
            }
        }

        void read(String written, Optional<ProjectPath> path) {
            if (path.isEmpty()) {
                miss(written);
                return;
            }
            Deque<ProjectPath> open = new ArrayDeque<>(List.of(path.get()));
            int seen = 0;
            while (!open.isEmpty()) {
                ProjectPath next = open.poll();
                Workspace.Kind kind = workspace.kind(next);
                if (kind == Workspace.Kind.FOLDER) {
                    workspace.list(next).stream()
                            .filter(child -> !child.fileName().equals(".git"))
                            .forEach(open::add);
                } else if (kind != Workspace.Kind.FILE || ++seen > MOST_FILES) {
                    miss(written);
                    return;
                } else if (!Documents.isDocument(next)) {
                    text(next).ifPresent(text -> files.add(new SettingsFile(next.value(), text, Optional.empty())));
                }
            }
            if (seen == 0) {
                miss(written);
            }
        }

        /** Pictures and archives say nothing. */
        private Optional<String> text(ProjectPath path) {
            return workspace
                    .read(path, LARGEST)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .filter(text -> text.indexOf('\0') < 0);
        }

        private void miss(String written) {
            unread = unread.or(() -> Optional.of(written));
        }
    }

    /** Returns the files that are no SQL, in which words are the names of tables and accounts. */
    Stream<SettingsFile> settings() {
        return files.stream().filter(file -> !file.path().contains(".sql"));
    }
}
