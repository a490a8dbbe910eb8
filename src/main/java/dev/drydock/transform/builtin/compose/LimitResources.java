package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.evidence.Observed;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Images;
import dev.drydock.knowledge.ResourceLimits;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Options;
import dev.drydock.transform.builtin.ComposeTransform;
import dev.drydock.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Bounds the memory, processors and processes of a service, so that one of them cannot take the host with it. */
public final class LimitResources extends ComposeTransform {
    /** Below that every host has as many processors. */
    private static final double ONE_PROCESSOR = 1.0;

    /** What the engine never refuses. */
    private static final String ONLY_ONE = "1.0";

    public LimitResources() {
        super("limit-resources");
    }

    @Override
    protected void inspect(Subject subject) {
        if (subject.compose().form() != ComposeFile.Form.SERVICES) {
            return;
        }
        Siblings siblings = Siblings.of(subject.inspection().project(), subject.file());
        boolean stack = new ContainerUses(subject.inspection().project(), subject.file())
                .stackDeploy()
                .isPresent();
        // A service without image and build completes one of another file, which is where the limits belong.
        for (Hardening each : Hardening.of(subject.inspection(), subject.file())) {
            inspect(subject, siblings, each, stack);
        }
    }

    private static void inspect(Subject subject, Siblings siblings, Hardening hardening, boolean stack) {
        ComposeService service = hardening.service();
        ServiceLimits limits = new ServiceLimits(service, stack);
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
        Optional<String> obstacle = limits.obstacle(siblings).or(() -> otherForm(hardening, service));
        if (obstacle.isPresent()) {
            subject.abstain(place, message, obstacle.get());
            return;
        }
        List<RunImage> images = images(subject, siblings, hardening);
        RunImage image = images.get(0);
        Optional<ResourceLimits.Limits> values = images.stream()
                .map(each -> values(subject, each))
                .reduce(LimitResources::larger)
                .orElseThrow()
                .map(usual -> given(subject.inspection().options(), "memory").isPresent()
                        ? usual
                        : hardening.containers().stream()
                                .flatMap(container -> container.observed().stream())
                                .reduce(usual, LimitResources::roomFor, (one, other) -> one));
        if (values.isEmpty()) {
            subject.advise(
                    place,
                    message,
                    "cannot tell how much " + image.display()
                            + " needs: measure it, or set the options memory, cpus and"
                            + " pids of this rule");
            return;
        }
        boolean oneProcessor =
                isMoreThanAnyHostHas(values.get(), subject.inspection().options());
        if (oneProcessor && !limits.missing().equals(List.of("cpus"))) {
            limits.leave("cpus");
        } else if (oneProcessor) {
            values = values.map(usual -> new ResourceLimits.Limits(usual.memory(), ONLY_ONE, usual.pids()));
        }
        Optional<String> room = leaveWhatIsSized(subject, limits, hardening, values.get());
        if (limits.missing().isEmpty()) {
            subject.abstain(
                    place, message, room.orElse("its own settings (-Xmx and the like) already size its memory"));
            return;
        }
        Safety safety = limits.missing().contains("cpus") && oneProcessor
                ? Safety.SUGGEST
                : safety(subject.inspection().options(), images);
        // A trial measures memory and processes. How many processors a service gets along with, it does not show.
        boolean guessed = safety == Safety.SUGGEST
                && limits.missing().contains("cpus")
                && given(subject.inspection().options(), "cpus").isEmpty();
        boolean tried = hardening.containers().stream()
                .anyMatch(container -> container.observed().isPresent());
        String told = message(service, limits);
        boolean onlyProcessors = limits.missing().equals(List.of("cpus"));
        if (guessed && tried && !onlyProcessors) {
            limits.leave("cpus");
        }
        YamlEdits edits = limits.write(subject.editor(), values.get()).finish();
        if (edits.refusal().isPresent()) {
            subject.abstain(place, told, edits.refusal().get().reason());
            return;
        }
        Rewrite rewrite = Rewrite.of(
                        "limit " + String.join(", ", limits.missing()),
                        safety,
                        subject.file().path(),
                        edits.edits().orElseThrow())
                .withAssumptions(assumptions(service, limits, values.get()));
        subject.repair(place, told, guessed && onlyProcessors ? rewrite.withoutTrial() : rewrite);
    }

    /** What is written here meets what an heir of another file says; one service may not use both forms. */
    private static Optional<String> otherForm(Hardening hardening, ComposeService service) {
        return hardening.concernedServices().stream()
                .filter(heir -> heir.file() != service.file())
                .filter(heir -> heir.file().usesDeploy() != service.file().usesDeploy())
                .findFirst()
                .map(heir -> "the service " + heir.name()
                        + " of another file takes it over, and sets limits in another form");
    }

    private static String message(ComposeService service, ServiceLimits limits) {
        return "nothing limits the " + String.join(", ", limits.missing()) + " of the service " + service.name();
    }

    /** The images of the service and of those that take over what is written into it, its own first. */
    private static List<RunImage> images(Subject subject, Siblings siblings, Hardening hardening) {
        Images known = subject.inspection().facts().knowledge().images();
        Stream<ComposeService> heirs = hardening.concernedServices().stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each),
                        siblings.named(each.name())
                                .filter(other -> other.image().isPresent()
                                        || other.build().isPresent())));
        return Stream.concat(Stream.of(hardening.service()), heirs)
                .distinct()
                .map(each -> RunImage.of(each, known))
                .toList();
    }

    /** Returns what is enough for both; empty if that is not known of one of them. */
    private static Optional<ResourceLimits.Limits> larger(
            Optional<ResourceLimits.Limits> one, Optional<ResourceLimits.Limits> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        ResourceLimits.Limits first = one.get();
        ResourceLimits.Limits second = other.get();
        long memory = ByteSize.parse(first.memory()).orElse(0L);
        return Optional.of(new ResourceLimits.Limits(
                memory >= ByteSize.parse(second.memory()).orElse(0L) ? first.memory() : second.memory(),
                Double.parseDouble(first.cpus()) >= Double.parseDouble(second.cpus()) ? first.cpus() : second.cpus(),
                Math.max(first.pids(), second.pids())));
    }

    /** Twice of what was seen, and never less than usual. */
    private static ResourceLimits.Limits roomFor(ResourceLimits.Limits usual, Observed seen) {
        return usual.roomFor(seen.memoryMegabytes(), seen.processes());
    }

    /** The values of the configuration win over those of the knowledge base; both together must say everything. */
    private static Optional<ResourceLimits.Limits> values(Subject subject, RunImage image) {
        ResourceLimits known = subject.inspection().facts().knowledge().resourceLimits();
        Optional<ResourceLimits.Limits> of =
                image.facts().isPresent() ? image.facts().flatMap(known::of) : known.ofUnknown();
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
            Subject subject, ServiceLimits limits, Hardening hardening, ResourceLimits.Limits values) {
        Project project = subject.inspection().project();
        ProjectPath folder = subject.file().path().parent();
        ResourceLimits known = subject.inspection().facts().knowledge().resourceLimits();
        List<ImageFacts> images = images(subject, hardening.siblings(), hardening).stream()
                .flatMap(image -> image.facts().stream())
                .toList();
        OwnSizing sizing = new OwnSizing(new MemoryAmounts(known, images, values.memory()));
        Optional<String> sized = hardening.concernedServices().stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(each), hardening.siblings().named(each.name())))
                .flatMap(each -> sizing.of(each, project.workspace(), folder).stream())
                .findFirst()
                .map(where -> where + " sets how much memory it uses")
                .or(() -> unread(subject, hardening));
        Optional<String> reserved = limits.memoryReservation()
                .filter(reservation -> !isBelow(reservation, values.memory()))
                .map(reservation -> "it reserves more memory than the usual limit");
        Optional<String> reason = sized.or(() -> reserved);
        reason.ifPresent(unused -> limits.leave("memory"));
        if (limits.cpuReservation()
                .filter(reservation -> !isProcessorsBelow(reservation, values.cpus()))
                .isPresent()) {
            limits.leave("cpus");
            return reason.or(() -> Optional.of("it reserves more processors than the usual limit"));
        }
        return reason;
    }

    /** Variables that nobody can read here may ask for a larger heap, where the image takes its heap from one. */
    private static Optional<String> unread(Subject subject, Hardening hardening) {
        ResourceLimits known = subject.inspection().facts().knowledge().resourceLimits();
        boolean sized = images(subject, hardening.siblings(), hardening).stream()
                .anyMatch(
                        image -> image.facts().filter(known::isSizedByVariables).isPresent());
        return sized
                ? hardening.concernedServices().stream()
                        .flatMap(each -> OwnSizing.unread(
                                each,
                                subject.inspection().project().workspace(),
                                subject.file().path().parent())
                                .stream())
                        .findFirst()
                : Optional.empty();
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
    private static Safety safety(Options options, List<RunImage> images) {
        boolean decided = given(options, "memory").isPresent() && options.number("pids", 0) > 0;
        boolean known = images.stream()
                .allMatch(image -> image.facts()
                        .map(ImageFacts::imageClass)
                        .filter(ImageClass::hasUsualLoad)
                        .isPresent());
        return decided || known ? Safety.REVIEW : Safety.SUGGEST;
    }

    private static List<String> assumptions(
            ComposeService service, ServiceLimits limits, ResourceLimits.Limits values) {
        List<String> assumptions = new ArrayList<>();
        if (limits.missing().contains("memory")) {
            assumptions.add("The service " + service.name() + " gets along with " + values.memory() + " of memory.");
        }
        if (limits.missing().equals(List.of("cpus")) && values.cpus().equals(ONLY_ONE)) {
            assumptions.add("The service " + service.name() + " gets along with one processor, which every host has.");
        } else if (limits.missing().contains("cpus") && Double.parseDouble(values.cpus()) > ONE_PROCESSOR) {
            assumptions.add(
                    "The host has at least " + values.cpus() + " processors: the engine refuses a higher limit.");
        }
        return assumptions;
    }
}
