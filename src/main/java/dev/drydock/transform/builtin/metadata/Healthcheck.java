package dev.drydock.transform.builtin.metadata;

import dev.drydock.compose.PortRange;
import dev.drydock.container.ContainerImage;
import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.JsonText;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.evidence.Observed;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.project.BuildingServices;
import dev.drydock.project.Project;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds a HEALTHCHECK to images for which a probe is known that they can run themselves. */
public final class Healthcheck extends DockerfileTransform {
    private static final String MESSAGE = "nothing tells whether the container works";

    public Healthcheck() {
        super("healthcheck");
    }

    @Override
    protected void inspect(Subject subject) {
        subject.build().finalStage().ifPresent(stage -> inspect(subject, stage));
    }

    private static void inspect(Subject subject, BuildStage stage) {
        if (stage.history(HealthcheckInstruction.class).findAny().isPresent()) {
            return;
        }
        Instruction place = stage.stage().from();
        Optional<HealthProbe> probe = HealthProbe.of(new ContainerImage.Built(
                        subject.inspection().project(),
                        subject.file(),
                        stage,
                        subject.inspection().facts().knowledge()))
                .filter(known -> known.isVerified() || seen(subject).isEmpty())
                .or(() -> seen(subject));
        Optional<String> other = probe.isEmpty()
                ? Optional.empty()
                : stage.history(OnbuildInstruction.class)
                        .findFirst()
                        .map(onbuild -> "ONBUILD in line " + onbuild.line()
                                + " makes it a base for other images, which would take the check over")
                        .or(() -> otherUse(subject, stage));
        if (other.isPresent()) {
            subject.abstain(place.code(), MESSAGE, other.get());
        } else if (probe.isPresent()) {
            subject.repair(place.code(), MESSAGE, repair(subject, stage, probe.get()));
        } else if (subject.inspection().options().flag("required", false)) {
            subject.advise(
                    place.code(), MESSAGE, "add a HEALTHCHECK that asks the application with a program of the image");
        } else {
            subject.notNeeded(place.code(), MESSAGE, "no probe is known for what it runs");
        }
    }

    /** Returns the probe that a trial saw work. */
    private static Optional<HealthProbe> seen(Subject subject) {
        return subject.inspection()
                .facts()
                .observed(subject.file().path().value())
                .map(Observed::probe)
                .filter(words -> !words.isEmpty())
                .map(HealthProbe::tried);
    }

    /** Returns who runs the image with another command, so that the probe of its own would call that container unhealthy. */
    private static Optional<String> otherUse(Subject subject, BuildStage stage) {
        Project project = subject.inspection().project();
        Set<String> programs = stage.facts().map(ImageFacts::commands).orElse(Set.of());
        Optional<String> service =
                BuildingServices.of(project, subject.file(), stage.stage().name()).services().stream()
                        .filter(each -> each.setting("healthcheck").isEmpty())
                        .filter(each -> each.entrypoint().isPresent()
                                || each.command()
                                        .filter(command -> isOther(command.words(), programs))
                                        .isPresent())
                        .filter(each -> each.ports().stream()
                                .noneMatch(port -> serves(port.targetPorts().map(PortRange::toString), stage)))
                        .findFirst()
                        .map(each -> "the service " + each.name()
                                + " runs the image with another command, and would be unhealthy");
        return service.or(() -> project
                .imagesAround(subject.file())
                .runsOf(subject.file().path())
                .stream()
                .filter(run ->
                        run.command().flags("health-cmd", "no-healthcheck").isEmpty())
                .filter(run -> run.command().flags("publish-all").isEmpty())
                .filter(run -> run.command().flags("publish").stream()
                        .noneMatch(flag ->
                                serves(flag.value().flatMap(WrittenValue::known).map(Healthcheck::target), stage)))
                .filter(run -> run.command().hasAny("entrypoint")
                        || isOther(
                                run.command().operands().stream()
                                        .map(word -> WrittenValue.of(word).text())
                                        .toList(),
                                programs))
                .findFirst()
                .map(run -> run.place() + " runs the image with another command, and it would be unhealthy"));
    }

    /** Who publishes the port that the probe asks most likely serves it, whatever starts it. */
    private static boolean serves(Optional<String> target, BuildStage stage) {
        Optional<String> asked = HealthProbe.port(stage);
        return asked.isEmpty() || target.isEmpty() || target.equals(asked);
    }

    /** The port in the container: {@code 80} of {@code 127.0.0.1:8080:80/tcp}. */
    private static String target(String published) {
        String port = published.substring(published.lastIndexOf(':') + 1);
        int slash = port.indexOf('/');
        return slash < 0 ? port : port.substring(0, slash);
    }

    /** Options are for the program of the image, and so are its own names. */
    private static boolean isOther(List<String> words, Set<String> programs) {
        String first = words.isEmpty() ? "" : words.get(0).strip();
        int blank = first.indexOf(' ');
        String program = blank < 0 ? first : first.substring(0, blank);
        return !program.isEmpty() && !program.startsWith("-") && !programs.contains(program);
    }

    private static Rewrite repair(Subject subject, BuildStage stage, HealthProbe probe) {
        DockerfileEditor editor = subject.editor();
        Optional<Instruction> start = stage.stage().instructions().stream()
                .filter(each -> each instanceof CmdInstruction || each instanceof EntrypointInstruction)
                .findFirst();
        Instruction anchor = start.orElseGet(() -> stage.stage().lastInstruction());
        String words = probe.command().stream().map(JsonText::quote).collect(Collectors.joining(", ", "[", "]"));
        List<String> lines =
                List.of(editor.keyword("HEALTHCHECK", anchor) + " " + editor.keyword("CMD", anchor) + " " + words);
        TextEdit edit =
                start.isPresent() ? editor.insertAboveComments(anchor, lines) : editor.insertBelow(anchor, lines);
        return Rewrite.of(
                        "add a HEALTHCHECK",
                        probe.isVerified() ? Safety.REVIEW : Safety.SUGGEST,
                        subject.file().path(),
                        List.of(edit))
                .withAssumptions(probe.assumptions());
    }
}
