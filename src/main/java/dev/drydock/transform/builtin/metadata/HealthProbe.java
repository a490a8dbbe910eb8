package dev.drydock.transform.builtin.metadata;

import dev.drydock.container.ContainerImage;
import dev.drydock.container.MovedService;
import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.HealthChecks.Probe;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.StartCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command that tells whether a container works, made of programs that the image has.
 *
 * @param command the words, run without a shell
 * @param isVerified whether it is known to work for exactly this image
 * @param assumptions what a person should check
 */
record HealthProbe(List<String> command, boolean isVerified, List<String> assumptions) {
    private static final Set<String> NODE = Set.of("node", "npm", "yarn", "npx");
    private static final Set<String> PYTHON =
            Set.of("python", "python3", "gunicorn", "uvicorn", "flask", "hypercorn", "daphne", "waitress-serve");

    HealthProbe {
        command = List.copyOf(command);
        assumptions = List.copyOf(assumptions);
    }

    /** Returns a probe that succeeded in the container when it was tried. */
    static HealthProbe tried(List<String> command) {
        return new HealthProbe(command, false, List.of("The container works as long as this command succeeds in it."));
    }

    static Optional<HealthProbe> of(ContainerImage.Built image) {
        BuildStage stage = image.stage();
        Optional<ImageFacts> facts = stage.facts();
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> tag = stage.image().reference().flatMap(ImageReference::tag);
        return image.knowledge()
                .healthChecks()
                .find(facts.get(), tag)
                .flatMap(probe -> ofService(facts.get(), image, probe))
                .or(() -> ofApplication(facts.get(), stage));
    }

    /** The image is a service with a probe of its own, and the file does not start something else in it. */
    private static Optional<HealthProbe> ofService(ImageFacts facts, ContainerImage.Built image, Probe probe) {
        boolean moved = MovedService.by(image, probe.movedBy()).isPresent();
        if (moved || !image.stage().startCommand().isInherited()) {
            return Optional.empty();
        }
        if (probe.url().isPresent()) {
            return facts.hasTool(probe.tool().orElse("")).orElse(false)
                    ? ServiceAddress.of(facts, image, probe).map(address -> ofAddress(probe, address))
                    : Optional.empty();
        }
        String assumption = "The service listens where " + facts.name() + " does by default.";
        return ServiceAddress.isElsewhere(facts, image.stage())
                ? Optional.empty()
                : Optional.of(new HealthProbe(probe.command(), probe.verified(), List.of(assumption)));
    }

    private static HealthProbe ofAddress(Probe probe, ServiceAddress address) {
        List<String> command = new ArrayList<>();
        if (probe.tool().orElse("").equals("wget")) {
            command.addAll(List.of("wget", "-q", "-O", "/dev/null"));
        } else {
            command.addAll(List.of("curl", address.passesOn() ? "-sS" : "-fsS", "-o", "/dev/null"));
        }
        command.add(address.url());
        return new HealthProbe(command, false, address.assumptions());
    }

    /** The interpreter of the application opens a connection to its one port. */
    private static Optional<HealthProbe> ofApplication(ImageFacts facts, BuildStage stage) {
        Optional<String> port = port(stage);
        String program = program(stage.startCommand());
        if (port.isEmpty()) {
            return Optional.empty();
        }
        String assumption = "The application listens on port " + port.get() + ".";
        if (facts.name().equals("node") && NODE.contains(program)) {
            String script = "require('net').connect(" + port.get()
                    + ", '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))";
            return Optional.of(new HealthProbe(List.of("node", "-e", script), false, List.of(assumption)));
        }
        if (facts.name().equals("python") && PYTHON.contains(program)) {
            String script = "import socket; socket.create_connection(('127.0.0.1', " + port.get() + "), 2).close()";
            return Optional.of(new HealthProbe(List.of("python", "-c", script), false, List.of(assumption)));
        }
        return Optional.empty();
    }

    /** Returns the ports that a stage says that it opens, without {@code /tcp}. */
    static List<String> ports(BuildStage stage) {
        return stage.history(ExposeInstruction.class)
                .flatMap(expose -> expose.ports().stream())
                .map(Word::value)
                .map(text -> text.endsWith("/tcp") ? text.substring(0, text.length() - 4) : text)
                .distinct()
                .toList();
    }

    /** Returns the one port that a stage says that it opens. */
    static Optional<String> port(BuildStage stage) {
        List<String> ports = ports(stage);
        boolean one = ports.size() == 1 && ports.get(0).chars().allMatch(c -> c >= '0' && c <= '9');
        return one ? Optional.of(ports.get(0)) : Optional.empty();
    }

    private static String program(StartCommand start) {
        List<String> words = start.words();
        return words.isEmpty() ? "" : words.get(0);
    }
}
