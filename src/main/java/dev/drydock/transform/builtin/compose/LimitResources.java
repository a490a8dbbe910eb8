package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.ResourceLimits;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Options;
import dev.drydock.transform.builtin.ComposeTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bounds the memory, processors and processes of a service, so that one of them cannot take the host with it. */
public final class LimitResources extends ComposeTransform {
    /** Below that every host has as many processors. */
    private static final double ONE_PROCESSOR = 1.0;

    public LimitResources() {
        super("limit-resources");
    }

    @Override
    protected void inspect(Subject subject) {
        if (subject.compose().form() != ComposeFile.Form.SERVICES) {
            return;
        }
        Siblings siblings = Siblings.of(subject.inspection().project(), subject.file());
        // A service without image and build completes one of another file, which is where the limits belong.
        for (Hardening each : Hardening.of(subject.inspection(), subject.file())) {
            inspect(subject, siblings, each);
        }
    }

    private static void inspect(Subject subject, Siblings siblings, Hardening hardening) {
        ComposeService service = hardening.service();
        ServiceLimits limits = new ServiceLimits(service);
        if (limits.missing().isEmpty()) {
            return;
        }
        TextRange place = service.entry().key().range();
        String message = message(service, limits);
        Optional<String> misplaced = hardening.misplaced("deploy", "mem_limit", "cpus", "pids_limit");
        if (misplaced.isPresent()) {
            subject.notNeeded(place, message, misplaced.get());
            return;
        }
        Optional<String> obstacle = limits.obstacle(siblings);
        if (obstacle.isPresent()) {
            subject.abstain(place, message, obstacle.get());
            return;
        }
        RunImage image =
                RunImage.of(service, subject.inspection().facts().knowledge().images());
        Optional<ResourceLimits.Limits> values = values(subject, image);
        if (values.isEmpty()) {
            subject.advise(
                    place,
                    message,
                    "how much " + image.display()
                            + " needs is not known: measure it, or set the options memory, cpus and"
                            + " pids of this rule");
            return;
        }
        if (isMoreThanAnyHostHas(values.get(), subject.inspection().options())) {
            limits.leave("cpus");
            if (limits.missing().isEmpty()) {
                subject.notNeeded(
                        place,
                        message,
                        "it usually takes more than one processor, and the engine refuses more than the host has;"
                                + " the option cpus says how many there are");
                return;
            }
        }
        Optional<String> room = leaveWhatIsSized(limits, service, values.get());
        if (limits.missing().isEmpty()) {
            subject.abstain(place, message, room.orElse("it says itself how much it uses"));
            return;
        }
        subject.repair(
                place,
                message(service, limits),
                "limit " + String.join(", ", limits.missing()),
                safety(subject.inspection().options(), image),
                limits.write(subject.editor(), values.get()).finish(),
                assumptions(service, limits, values.get()));
    }

    private static String message(ComposeService service, ServiceLimits limits) {
        return "nothing limits the " + String.join(", ", limits.missing()) + " of the service " + service.name();
    }

    /** The values of the configuration win over those of the knowledge base; both together must say everything. */
    private static Optional<ResourceLimits.Limits> values(Subject subject, RunImage image) {
        ResourceLimits known = subject.inspection().facts().knowledge().resourceLimits();
        Optional<ResourceLimits.Limits> of =
                image.facts().flatMap(known::of).or(() -> known.of(ImageClass.APPLICATION));
        Options options = subject.inspection().options();
        return of.map(limits -> new ResourceLimits.Limits(
                given(options, "memory").orElse(limits.memory()),
                given(options, "cpus").orElse(limits.cpus()),
                options.number("pids", 0) > 0 ? options.number("pids", 0) : limits.pids()));
    }

    /** A host with a single processor would not start the container. */
    private static boolean isMoreThanAnyHostHas(ResourceLimits.Limits values, Options options) {
        return given(options, "cpus").isEmpty() && Double.parseDouble(values.cpus()) > ONE_PROCESSOR;
    }

    private static Optional<String> given(Options options, String name) {
        return Optional.of(options.text(name, "")).filter(value -> !value.isEmpty());
    }

    /** What the service itself, or a reservation, says of its size wins over a limit that is only usual. */
    private static Optional<String> leaveWhatIsSized(
            ServiceLimits limits, ComposeService service, ResourceLimits.Limits values) {
        Optional<String> sized = OwnSizing.of(service).map(where -> where + " sets how much memory it uses");
        Optional<String> reserved = limits.memoryReservation()
                .filter(reservation -> !isBelow(reservation, values.memory()))
                .map(reservation -> "it reserves more memory than the usual limit");
        Optional<String> reason = sized.or(() -> reserved);
        reason.ifPresent(unused -> limits.leave("memory"));
        if (limits.cpuReservation()
                .filter(reservation -> !isProcessorsBelow(reservation, values.cpus()))
                .isPresent()) {
            limits.leave("cpus");
        }
        return reason;
    }

    private static boolean isBelow(Setting reservation, String limit) {
        Optional<Long> reserved = reservation.text().flatMap(ByteSize::parse);
        Optional<Long> most = ByteSize.parse(limit);
        return reserved.isPresent() && most.isPresent() && reserved.get() <= most.get();
    }

    private static boolean isProcessorsBelow(Setting reservation, String limit) {
        try {
            return Double.parseDouble(reservation.text().orElse("")) <= Double.parseDouble(limit);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** What an own image needs, nobody but its owner knows; nor does anybody know the size of a model. */
    private static Safety safety(Options options, RunImage image) {
        boolean decided = given(options, "memory").isPresent() && options.number("pids", 0) > 0;
        boolean known = image.facts()
                .map(ImageFacts::imageClass)
                .filter(LimitResources::isServer)
                .isPresent();
        return decided || known ? Safety.REVIEW : Safety.SUGGEST;
    }

    private static boolean isServer(ImageClass imageClass) {
        return switch (imageClass) {
            case WEB, DATABASE, CACHE, QUEUE, SEARCH, MONITORING, ADMIN -> true;
            case BASE, LANGUAGE, APPLICATION, TOOL, ML -> false;
        };
    }

    private static List<String> assumptions(
            ComposeService service, ServiceLimits limits, ResourceLimits.Limits values) {
        List<String> assumptions = new ArrayList<>();
        if (limits.missing().contains("memory")) {
            assumptions.add("The service " + service.name() + " gets along with " + values.memory() + " of memory.");
        }
        if (limits.missing().contains("cpus") && Double.parseDouble(values.cpus()) > ONE_PROCESSOR) {
            assumptions.add(
                    "The host has at least " + values.cpus() + " processors: the engine refuses a higher limit.");
        }
        return assumptions;
    }
}
