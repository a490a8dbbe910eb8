package dev.drydock.container;

import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.Map;
import java.util.Optional;

/** Finds out whether a container relies on programs that get more privileges than who starts them. */
final class PrivilegeJudge {
    /** Of the images of a publisher, each with a Dockerfile of its own, nobody may have looked for such programs. */
    private static final String FACT = "no-new-privileges";

    private final Container container;
    private final Optional<ImageFacts> facts;

    PrivilegeJudge(Container container) {
        this.container = container;
        this.facts = container.image().facts();
    }

    /** Returns the answer to whether no-new-privileges can be set; its value is always true. */
    Answer<Boolean> answer() {
        Optional<String> note = facts.flatMap(ImageFacts::noNewPrivileges);
        if (note.isPresent()) {
            return Answer.none(container.image().label() + ": " + note.get());
        }
        Optional<String> program = new SetuidPrograms(container).reason();
        if (program.isPresent()) {
            return Answer.none(program.get());
        }
        Optional<String> variable = facts.stream()
                .flatMap(known -> known.variableCapabilities().entrySet().stream())
                .filter(each -> each.getValue().contains("SETFCAP"))
                .map(Map.Entry::getKey)
                .filter(container.variables()::containsKey)
                .findFirst();
        if (variable.isPresent()) {
            return Answer.none(container.image().label() + " marks its program when " + variable.get()
                    + " is set, and would not get what the mark says");
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
        return isLookedAt()
                ? answer
                : answer.doubted("No program in " + container.image().label() + " needs a setuid bit.");
    }

    private boolean isLookedAt() {
        return facts.filter(known -> !known.unverified().contains(FACT)).isPresent();
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
        return isLookedAt()
                ? answer.assuming("No program in the image needs a setuid bit.")
                : answer.doubted("No program in the image " + stage.image().text() + " needs a setuid bit.");
    }

    /** A setgid bit may stand on a program; on a folder it gives nobody anything. */
    private static Optional<String> reasonOf(Invocation invocation) {
        boolean marks = invocation
                        .program()
                        .map(RootPrograms::name)
                        .filter("chmod"::equals)
                        .isPresent()
                && invocation.arguments().stream()
                        .map(word -> word.literalPrefix())
                        .anyMatch(PrivilegeJudge::setsSetgid);
        return marks ? Optional.of("a RUN sets a setgid bit") : Optional.empty();
    }

    private static boolean setsSetgid(String mode) {
        boolean number = mode.length() == 4 && mode.chars().allMatch(c -> c >= '0' && c <= '7');
        return number ? mode.charAt(0) >= '2' : mode.startsWith("g+s");
    }
}
