package dev.drydock.trial;

import dev.drydock.evidence.FindingKey;
import dev.drydock.project.MadeContainers;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Starts the containers that the command lines of one script, Makefile or unit start, in their order, and once more on the
 * same volumes. The script itself is never run.
 */
final class CommandRig extends FleetRig {
    private static final String NAME = "--name=";

    private final ProjectPath file;

    CommandRig(CommandLineEngine engine, Settings settings, ProjectCopy copy, Project project, ProjectPath file) {
        super(engine, settings, copy, project);
        this.file = file;
    }

    /** Returns the commands of a file that start something which goes on by itself. */
    static List<MadeContainers.Named> services(ProjectFile file) {
        boolean tried = switch (file.kind()) {
            case SHELL_SCRIPT, MAKEFILE, SYSTEMD_UNIT -> true;
            default -> false;
        };
        return tried
                ? MadeContainers.of(file).stream()
                        .filter(each -> RunLine.isService(each))
                        .toList()
                : List.of();
    }

    @Override
    String allRefused() {
        return joined(refused);
    }

    @Override
    public boolean covers(FindingKey repair) {
        return repair.path().equals(file) ? isCompared(container(repair.scope())) : coversBuild(repair);
    }

    private String container(String name) {
        return file + "#" + name;
    }

    /** A container that is made, and once more after it is gone. */
    private record Made(String container, ContainerEngine.RunOrder order, List<String> health) {}

    @Override
    Map<String, Observation> start(Project version, boolean original) throws TrialFailedException {
        copy.lay(project, version);
        ProjectFile now =
                version.file(file).orElseThrow(() -> new TrialFailedException(file + " is gone with the repairs"));
        RunLine.Place place = new RunLine.Place(
                engine, settings, copy, file.parent(), engine.session().prefix());
        Set<String> images = new TreeSet<>();
        List<String> running = new ArrayList<>();
        try {
            List<Made> all = new ArrayList<>();
            for (MadeContainers.Named each : services(now)) {
                String name = container(each.name());
                boolean known = original ? !refused.containsKey(name) : isCompared(name);
                if (known) {
                    try {
                        made(version, now, each, place, images, original).ifPresent(all::add);
                    } catch (TrialFailedException e) {
                        if (!original) {
                            throw e;
                        }
                        refused.put(name, e.getMessage());
                    }
                }
            }
            if (original) {
                keep(images);
            }
            Map<String, Observation> first = run(all, running);
            running.forEach(engine::removeContainer);
            running.clear();
            return Fleet.recreated(first, run(all, running));
        } finally {
            running.forEach(engine::removeContainer);
            place.close();
            removeUnlessKept(images);
        }
    }

    private Optional<Made> made(
            Project version,
            ProjectFile now,
            MadeContainers.Named each,
            RunLine.Place place,
            Set<String> images,
            boolean original)
            throws TrialFailedException {
        String name = container(each.name());
        RunLine line = new RunLine(each, now, place);
        Optional<String> reason = line.refusal();
        if (reason.isPresent()) {
            refused.put(name, reason.get());
            return Optional.empty();
        }
        Optional<ProjectFile> dockerfile =
                version.imagesAround(now).dockerfileOf(line.image()).filter(found -> copy.holds(found.path()));
        String image = line.image();
        if (dockerfile.isPresent()) {
            dockerfiles.put(name, dockerfile.get().path());
            image = builds.image(
                    dockerfile,
                    copy.at(dockerfile.get().path()),
                    copy.at(ImageRig.context(version, dockerfile.get())),
                    Optional.empty(),
                    Map.of(),
                    Map.of());
            images.add(image);
        } else if (!engine.isThere(image)) {
            refused.put(name, "its image cannot be pulled");
            return Optional.empty();
        } else {
            builds.bases().add(image);
        }
        List<String> options = new ArrayList<>(line.options());
        if (original) {
            ofLines.remember(name, GivenVariables.ofOptions(options));
        }
        options.replaceAll(option -> ofLines.supplied(name, option));
        if (dockerfile.isPresent()) {
            List<String> variables = engine.variables(image);
            if (original) {
                ofImages.remember(name, variables, dockerfile.get().dockerfile());
            }
            Set<String> named = ofLines.names(name);
            ofImages.takenOut(name, variables, dockerfile.get().dockerfile()).forEach((variable, value) -> {
                if (!named.contains(variable)) {
                    options.add("--env=" + variable + "=" + value);
                }
            });
        }
        granted().filter(grant -> grant.getKey().equals(name)).ifPresent(grant -> {
            options.removeIf(option -> option.startsWith("--cap-"));
            options.add("--cap-drop=ALL");
            grant.getValue().forEach(capability -> options.add("--cap-add=" + capability));
        });
        return Optional.of(new Made(
                name, new ContainerEngine.RunOrder(image, line.ports(), options, line.words()), line.health()));
    }

    private Map<String, Observation> run(List<Made> all, List<String> running) {
        Map<String, Fleet.Member> members = new TreeMap<>();
        for (Made each : all) {
            ContainerEngine.Started started = engine.start(each.order());
            // One that was made and did not start keeps its name.
            started.container().ifPresentOrElse(running::add, () -> nameOf(each).ifPresent(engine::removeContainer));
            members.put(
                    each.container(),
                    new Fleet.Member(
                            started.container(),
                            each.order().image(),
                            new TreeSet<>(each.order().ports()),
                            each.health(),
                            started.error()));
        }
        return fleet.watch(members);
    }

    private static Optional<String> nameOf(Made made) {
        return made.order().options().stream()
                .filter(option -> option.startsWith(NAME))
                .map(option -> option.substring(NAME.length()))
                .findFirst();
    }
}
