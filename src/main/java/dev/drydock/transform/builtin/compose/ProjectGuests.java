package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.container.Guest;
import dev.drydock.container.SettingsFile;
import dev.drydock.knowledge.ContainerJobs;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.ContainerUse;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.shell.commands.WrittenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds what works in the container of a service by the word of others: jobs that another service is told to do there, and
 * commands of the project.
 */
final class ProjectGuests {
    /** Sections of the settings of ofelia and chadburn. */
    private static final String SECTION = "[job-exec";

    private final ContainerUses uses;
    private final List<Job> jobs;

    /** A job in the container of a name. */
    private record Job(String container, Guest guest) {}

    /** The jobs of a file; they are the same for each of its services. */
    private record Known(ComposeFile file, List<Job> jobs) {}

    /** What was found in the last state of each file. */
    private static final class Memory {
        private final Map<ProjectPath, Known> files = new ConcurrentHashMap<>();
    }

    ProjectGuests(Project project, ProjectFile file, Knowledge knowledge) {
        this.uses = new ContainerUses(project, file);
        ComposeFile compose = project.compose(file);
        Map<ProjectPath, Known> memory = project.memory(Memory.class, Memory::new).files;
        Known known = memory.get(file.path());
        if (known == null || known.file() != compose) {
            known = new Known(compose, jobs(compose, project, knowledge));
            memory.put(file.path(), known);
        }
        this.jobs = known.jobs();
    }

    private static List<Job> jobs(ComposeFile compose, Project project, Knowledge knowledge) {
        return compose.services().stream()
                .flatMap(service -> Stream.concat(
                        ofLabels(service, knowledge.containerJobs()), ofSettings(service, project, knowledge)))
                .toList();
    }

    List<Guest> of(ComposeService service) {
        List<Guest> guests = new ArrayList<>();
        jobs.stream()
                .filter(job -> uses.mayName(job.container(), service))
                .map(Job::guest)
                .forEach(guests::add);
        uses.of(service, ContainerUse.Kind.EXEC)
                .map(use -> new Guest.Command(
                        use.place(),
                        use.words().stream()
                                .map(word -> WrittenValue.of(word).text())
                                .toList(),
                        Optional.empty(),
                        true))
                .forEach(guests::add);
        return guests;
    }

    private static Stream<Job> ofLabels(ComposeService service, ContainerJobs known) {
        return ServiceGuests.jobs(service, known).stream()
                .filter(job -> job.container().isPresent())
                .map(job -> new Job(job.container().get(), ServiceGuests.command(job)));
    }

    /** Only the image of such a tool reads such settings. */
    private static Stream<Job> ofSettings(ComposeService service, Project project, Knowledge knowledge) {
        boolean reads = service.image()
                .flatMap(Setting::text)
                .filter(image -> image.contains("ofelia") || image.contains("chadburn"))
                .isPresent();
        return reads
                ? new ServiceContainer(project, knowledge)
                        .of(service).settings().stream().flatMap(settings -> sections(settings).stream())
                : Stream.empty();
    }

    private static List<Job> sections(SettingsFile settings) {
        List<Job> jobs = new ArrayList<>();
        boolean inside = false;
        String container = "";
        String command = "";
        int number = 0;
        int start = 0;
        for (String line : (settings.text() + "\n[").lines().toList()) {
            number++;
            String text = line.strip();
            if (text.startsWith("[")) {
                if (inside && !command.isEmpty()) {
                    jobs.add(new Job(
                            container,
                            new Guest.Command(
                                    settings.path() + ":" + start,
                                    ServiceGuests.words(command, false),
                                    Optional.empty(),
                                    false)));
                }
                inside = text.startsWith(SECTION);
                container = "";
                command = "";
                start = number;
            } else if (inside) {
                container = value(text, "container").orElse(container);
                command = value(text, "command").orElse(command);
            }
        }
        return jobs;
    }

    private static Optional<String> value(String line, String key) {
        int equals = line.indexOf('=');
        return equals > 0 && line.substring(0, equals).strip().equals(key)
                ? Optional.of(line.substring(equals + 1).strip())
                : Optional.empty();
    }
}
