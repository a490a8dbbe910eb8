package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.evidence.Observed;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.ResourceLimits;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.transform.builtin.compose.OwnSizing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bounds the memory, the processors and the processes of a container. */
public final class RunLimitResources extends Hardening {
    public RunLimitResources() {
        super("run-limit-resources", "the container may use all memory and start any number of processes");
    }

    @Override
    protected Optional<String> done(StartedContainer container) {
        boolean all = isMemoryBounded(container) && container.command().hasAny("pids-limit");
        return all ? Optional.of("memory and processes are bounded") : Optional.empty();
    }

    @Override
    protected Answer<List<String>> flags(Subject subject, StartedContainer container) {
        Optional<ImageFacts> facts = container.facts();
        Optional<Observed> seen = container.observed();
        ResourceLimits known = subject.knowledge().resourceLimits();
        Optional<ResourceLimits.Limits> limits = (facts.isPresent() ? facts.flatMap(known::of) : known.ofUnknown())
                .or(() -> seen.isPresent() ? known.of(ImageClass.APPLICATION) : Optional.empty())
                .map(usual -> seen.map(used -> usual.roomFor(used.memoryMegabytes(), used.processes()))
                        .orElse(usual));
        if (limits.isEmpty()) {
            return Answer.none("how much " + container.imageName() + " needs depends on what it does");
        }
        List<String> flags = new ArrayList<>();
        boolean bounded = isMemoryBounded(container);
        if (!bounded && isSized(container, known, limits.get())) {
            return Answer.none("its command or a variable sets how much memory it uses; give it a --memory above that");
        }
        if (!bounded) {
            flags.add("--memory=" + limits.get().memory());
        }
        // More processors than the host has are an error, and every host has one.
        boolean shared = container.command().hasAny("cpus", "cpu-quota", "cpu-period", "cpuset-cpus")
                || isWithoutProcessorControl(container.command());
        // A trial measures memory and processes, and does not show how many processors are enough.
        boolean server = facts.map(ImageFacts::imageClass)
                .filter(ImageClass::hasUsualLoad)
                .isPresent();
        if (!shared && (server || seen.isEmpty()) && isAtMostOne(limits.get().cpus())) {
            flags.add("--cpus=" + limits.get().cpus());
        }
        boolean counted = container.command().hasAny("pids-limit");
        if (!counted) {
            flags.add("--pids-limit=" + limits.get().pids());
        }
        if (flags.isEmpty()) {
            return Answer.none("a limit is set already");
        }
        String load = "The usual load fits into " + String.join(" ", flags) + ".";
        return server ? Answer.known(flags, load) : Answer.likely(flags, load);
    }

    /** A limit below what is reserved, or above memory and swap together, is refused. */
    private static boolean isMemoryBounded(StartedContainer container) {
        return container.command().hasAny("memory", "memory-reservation", "memory-swap");
    }

    private static boolean isSized(StartedContainer container, ResourceLimits known, ResourceLimits.Limits limits) {
        List<String> variables = container.command().flags("env").stream()
                .map(ContainerCommand.Flag::text)
                .toList();
        List<String> words = container.command().operands().stream()
                .map(word -> WrittenValue.of(word).text())
                .toList();
        return OwnSizing.isSaid(known, container.facts().stream().toList(), limits.memory(), variables, words);
    }

    /**
     * Without root, Podman limits only what systemd hands on to users: memory and pids. Processors are among that from systemd
     * 252 on, and where somebody set Delegate=; otherwise the container does not start (podman-run(1), --cpus).
     */
    private static boolean isWithoutProcessorControl(ContainerCommand command) {
        return command.program().equals("podman");
    }

    private static boolean isAtMostOne(String cpus) {
        return new BigDecimal(cpus).compareTo(BigDecimal.ONE) <= 0;
    }
}
