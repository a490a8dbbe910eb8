package dev.drydock.container;

import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Dnf;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.PackageOperand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out whether a container relies on programs that get more privileges than who starts them. */
final class PrivilegeJudge {
    /** Programs that do nothing without their setuid bit. */
    private static final Set<String> SETUID_PROGRAMS =
            Set.of("sudo", "doas", "fusermount", "fusermount3", "pkexec", "newuidmap");

    private final Container container;
    private final Optional<ImageFacts> facts;

    PrivilegeJudge(Container container) {
        this.container = container;
        this.facts = container.image().facts();
    }

    /** Returns the answer to whether no-new-privileges can be set; its value is always true. */
    Answer<Boolean> answer() {
        Optional<String> program = container.start().flatMap(PrivilegeJudge::setuidProgram);
        if (program.isPresent()) {
            return Answer.none("it is started with " + program.get() + ", which needs its setuid bit");
        }
        Optional<String> note = facts.flatMap(ImageFacts::noNewPrivileges);
        if (note.isPresent()) {
            return Answer.none(container.image().label() + ": " + note.get());
        }
        if (container.image() instanceof ContainerImage.Unclear unclear) {
            return Answer.<Boolean>known(true)
                    .doubted("No program in the container needs a setuid bit; " + unclear.reason() + ".");
        }
        boolean marked = facts.map(known -> !known.setuidTools().isEmpty()).orElse(false);
        if (marked && !runsAsRootThroughout()) {
            return Answer.none("programs of " + container.image().label() + " carry capabilities of their own: "
                    + String.join(", ", facts.orElseThrow().setuidTools()));
        }
        if (container.image() instanceof ContainerImage.Built built) {
            return forStage(built.stage());
        }
        Answer<Boolean> answer = Answer.known(true);
        return facts.isPresent()
                ? answer
                : answer.doubted("No program in " + container.image().label() + " needs a setuid bit.");
    }

    private boolean runsAsRootThroughout() {
        return !container.isKnownNonRoot()
                && facts.flatMap(ImageFacts::stepDown).isEmpty();
    }

    private Answer<Boolean> forStage(BuildStage stage) {
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Optional<String> reason = reasonOf(Invocation.of(command));
                if (reason.isPresent()) {
                    return Answer.none(reason.get());
                }
            }
        }
        Answer<Boolean> answer = Answer.known(true);
        return facts.isPresent()
                ? answer.assuming("No program in the image needs a setuid bit.")
                : answer.doubted("No program in the image " + stage.image().text() + " needs a setuid bit.");
    }

    private static Optional<String> reasonOf(Invocation invocation) {
        String program = invocation.program().map(RootPrograms::name).orElse("");
        if (program.equals("setcap")) {
            return Optional.of("a RUN marks a program with capabilities of its own (setcap)");
        }
        if (program.equals("chmod")
                && invocation.arguments().stream()
                        .map(word -> word.literalPrefix())
                        .anyMatch(PrivilegeJudge::setsSetuid)) {
            return Optional.of("a RUN sets a setuid bit");
        }
        List<PackageOperand> packages = new ArrayList<>();
        AptGet.from(invocation).filter(AptGet::installs).ifPresent(view -> packages.addAll(view.packages()));
        Apk.from(invocation).filter(Apk::installs).ifPresent(view -> packages.addAll(view.packages()));
        Dnf.from(invocation).filter(Dnf::installs).ifPresent(view -> packages.addAll(view.packages()));
        return packages.stream()
                .flatMap(operand -> operand.name().stream())
                .filter(SETUID_PROGRAMS::contains)
                .findFirst()
                .map(name -> "the image has " + name + ", which needs its setuid bit");
    }

    private static boolean setsSetuid(String mode) {
        boolean number = mode.length() == 4 && mode.chars().allMatch(c -> c >= '0' && c <= '7');
        return number
                ? mode.charAt(0) >= '2'
                : mode.startsWith("u+s") || mode.startsWith("+s") || mode.startsWith("g+s") || mode.startsWith("ug+s");
    }

    private static Optional<String> setuidProgram(Start start) {
        Optional<String> word = start.words().stream()
                .map(RootPrograms::name)
                .filter(SETUID_PROGRAMS::contains)
                .findFirst();
        return word.isPresent()
                ? word
                : start.scripts().stream()
                        .flatMap(script -> script.simpleCommands())
                        .flatMap(command -> {
                            Invocation invocation = Invocation.of(command);
                            List<String> names = new ArrayList<>(invocation.wrappers());
                            invocation.program().map(RootPrograms::name).ifPresent(names::add);
                            return names.stream();
                        })
                        .filter(SETUID_PROGRAMS::contains)
                        .findFirst();
    }
}
