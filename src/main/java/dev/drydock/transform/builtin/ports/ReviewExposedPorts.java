package dev.drydock.transform.builtin.ports;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.edit.Safety;
import dev.drydock.evidence.Observed;
import dev.drydock.knowledge.Ports.PortClass;
import dev.drydock.knowledge.Ports.PortFacts;
import dev.drydock.knowledge.Severity;
import dev.drydock.model.BuildStage;
import dev.drydock.transform.builtin.DockerfileTransform;
import dev.drydock.transform.builtin.Mentions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports declared ports that cannot be, that belong to something else than the image is for, or that are too many. */
public final class ReviewExposedPorts extends DockerfileTransform {
    /** Ports below this severity are used for anything; a finding there would be noise. */
    private static final Severity LEAST = Severity.HIGH;

    public ReviewExposedPorts() {
        super("review-exposed-ports");
    }

    @Override
    protected void inspect(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            List<Word> words = stage.stage()
                    .instructions(ExposeInstruction.class)
                    .flatMap(expose -> expose.ports().stream())
                    .toList();
            Optional<OpenedPorts> opened = words.size() < 2
                    ? Optional.empty()
                    : OpenedPorts.of(subject.inspection(), subject.file(), stage)
                            .filter(ports -> words.stream()
                                    .flatMap(word -> number(word).stream())
                                    .anyMatch(ports.ports()::contains));
            stage.stage().instructions(ExposeInstruction.class).forEach(expose -> {
                List<Word> idle = expose.ports().stream()
                        .filter(word -> opened.isPresent()
                                && number(word).filter(opened.get()::lack).isPresent())
                        .toList();
                Map<Word, PortFacts> foreign = new LinkedHashMap<>();
                expose.ports().stream()
                        .filter(word -> !idle.contains(word))
                        .forEach(word -> inspect(subject, stage, word).ifPresent(facts -> foreign.put(word, facts)));
                if (!idle.isEmpty()) {
                    idle(subject, expose, idle, opened.orElseThrow());
                }
                foreign(subject, stage, expose, foreign);
            });
            int most = subject.inspection().options().number("max-ports", 5);
            long declared = words.stream().map(Word::value).distinct().count();
            if (declared > most) {
                subject.advise(
                        words.get(words.size() - 1).range(),
                        "the image declares " + declared + " ports",
                        "declare those that are meant for others only; more than " + most
                                + " are seldom all needed (option max-ports)");
            }
        }
    }

    /** Returns the one TCP port that a word declares. */
    private static Optional<Integer> number(Word word) {
        return word.staticValue()
                .filter(text -> !text.toLowerCase(Locale.ROOT).endsWith("/udp"))
                .flatMap(ExposedPorts::parse)
                .filter(ports -> ports.exist() && ports.isSingle())
                .map(ExposedPorts::first);
    }

    /** Drops ports that nothing in the application opens. */
    private static void idle(Subject subject, ExposeInstruction expose, List<Word> idle, OpenedPorts opened) {
        List<String> numbers = idle.stream()
                .flatMap(word -> number(word).stream())
                .map(String::valueOf)
                .toList();
        String others = opened.ports().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        subject.repair(
                idle.get(0).range(),
                (numbers.size() == 1 ? "port " : "ports ") + String.join(", ", numbers)
                        + (numbers.size() == 1 ? " is" : " are") + " declared, and the sources open " + others,
                PortDrop.of(
                        subject.file().path(),
                        subject.editor(),
                        expose,
                        idle,
                        opened.safety(),
                        List.of("Nothing in the container listens on port " + String.join(" or ", numbers) + "."),
                        numbers));
    }

    /** Returns what the port is for if that is another service than the image. */
    private static Optional<PortFacts> inspect(Subject subject, BuildStage stage, Word word) {
        Optional<ExposedPorts> ports = word.staticValue().flatMap(ExposedPorts::parse);
        if (ports.isEmpty()) {
            return Optional.empty();
        }
        if (!ports.get().exist()) {
            subject.advise(word.range(), "there is no port " + word.value(), "ports are numbers from 1 to 65535");
            return Optional.empty();
        }
        if (!ports.get().isSingle()) {
            return Optional.empty();
        }
        Optional<Observed> seen =
                subject.inspection().facts().observed(subject.file().path().value());
        int port = ports.get().first();
        if (seen.isPresent() && stage == subject.build().finalStage().orElse(stage)) {
            boolean listened = seen.get().ports().contains(port);
            boolean udp = word.value().endsWith("/udp");
            if (!listened && !udp && !seen.get().ports().isEmpty()) {
                subject.advise(
                        word.range(),
                        "nothing listened on port " + port + " when it was tried",
                        "declare what the application itself listens on: "
                                + seen.get().ports().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")));
            }
            if (!udp) {
                return Optional.empty();
            }
        }
        return subject.inspection()
                .facts()
                .knowledge()
                .ports()
                .find(port)
                .filter(ReviewExposedPorts::matters)
                .filter(facts -> !isItself(stage, facts));
    }

    /** Ports of one instruction go together, because none without a port can stay. */
    private static void foreign(
            Subject subject, BuildStage stage, ExposeInstruction expose, Map<Word, PortFacts> foreign) {
        // A port of a debugger may be what the image is for; of an unknown image that starts by itself nothing can be
        // said.
        boolean unknown = stage.facts().isEmpty() && stage.startCommand().isInherited();
        List<Word> dropped = new ArrayList<>();
        List<PortFacts> ports = new ArrayList<>();
        foreign.forEach((word, port) -> {
            if (unknown || port.portClass() == PortClass.DEBUG) {
                subject.advise(
                        word.range(), message(List.of(port)), "declare only what the application itself listens on");
            } else {
                dropped.add(word);
                ports.add(port);
            }
        });
        if (dropped.isEmpty()) {
            return;
        }
        String numbers = ports.stream().map(port -> "" + port.number()).collect(Collectors.joining(", "));
        List<String> names = new ArrayList<>();
        ports.forEach(port -> names.addAll(List.of("" + port.number(), port.service())));
        subject.repair(
                dropped.get(0).range(),
                message(ports),
                PortDrop.of(
                        subject.file().path(),
                        subject.editor(),
                        expose,
                        dropped,
                        Safety.SUGGEST,
                        List.of("Nothing in the container listens on port " + numbers.replace(", ", " or ") + "."),
                        names));
    }

    private static String message(List<PortFacts> ports) {
        return ports.stream()
                        .map(port -> "port " + port.number() + " is for " + port.service())
                        .collect(Collectors.joining(", "))
                + ", which the image does not seem to be";
    }

    private static boolean matters(PortFacts port) {
        boolean general = port.portClass() == PortClass.WEB
                || port.portClass() == PortClass.SSH
                || (port.portClass() == PortClass.ADMIN && port.severity() != Severity.CRITICAL);
        return !general && port.severity().compareTo(LEAST) >= 0;
    }

    /** Returns whether the image is the service: its base listens there, or the file speaks of it. */
    private static boolean isItself(BuildStage stage, PortFacts port) {
        if (port.portClass() == PortClass.DEBUG) {
            return false;
        }
        boolean base = stage.facts()
                .filter(facts -> facts.ports().stream().anyMatch(each -> each.number() == port.number()))
                .isPresent();
        // The first word is the name: "mqtt without TLS".
        String service = port.service().toLowerCase(Locale.ROOT);
        String name = service.contains(" ") ? service.substring(0, service.indexOf(' ')) : service;
        return base
                || isStarted(stage, port)
                || mentions(stage.image().text(), name)
                || stage.history().stream()
                        .filter(instruction -> !(instruction instanceof ExposeInstruction))
                        .anyMatch(instruction -> mentions(instruction.text(), name));
    }

    /** What starts the container, or asks whether it works, names a port that is its own. */
    private static boolean isStarted(BuildStage stage, PortFacts port) {
        return stage.history().stream()
                .filter(instruction -> instruction instanceof CmdInstruction
                        || instruction instanceof EntrypointInstruction
                        || instruction instanceof HealthcheckInstruction)
                .anyMatch(instruction -> Mentions.word(instruction.text(), String.valueOf(port.number())));
    }

    private static boolean mentions(String text, String name) {
        return text.toLowerCase(Locale.ROOT).contains(name);
    }
}
