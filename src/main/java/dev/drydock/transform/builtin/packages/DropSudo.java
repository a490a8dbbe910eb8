package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.Comments;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Sudo;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.Mentions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs commands without sudo where they run as root already. */
public final class DropSudo extends ShellTransform {
    private static final String MESSAGE = "sudo changes nothing for root";

    /** Programs of the system itself, for which neither the variables nor the PATH that sudo resets matter. */
    private static final Set<String> SYSTEM = Set.of(
            "apt-get",
            "apt",
            "dpkg",
            "apk",
            "dnf",
            "yum",
            "microdnf",
            "rm",
            "mkdir",
            "cp",
            "mv",
            "ln",
            "chmod",
            "chown",
            "chgrp",
            "touch",
            "tee",
            "useradd",
            "groupadd",
            "adduser",
            "addgroup",
            "usermod",
            "install",
            "ldconfig",
            "update-ca-certificates",
            "locale-gen",
            "sed",
            "apt-key");

    public DropSudo() {
        super("drop-sudo");
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Sudo.from(command).ifPresent(sudo -> inspect(subject, stage, script, sudo));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script, Sudo sudo) {
        TextRange place = script.toFile(sudo.command().words().get(0).range());
        Optional<String> obstacle = obstacle(stage, script, sudo);
        if (obstacle.isPresent()) {
            subject.abstain(place, MESSAGE, obstacle.get());
            return;
        }
        ShellWord next = sudo.commandWords().get(0);
        TextEdit edit = TextEdit.delete(
                new TextRange(place.start(), script.toFile(next.range()).start()));
        boolean plain = sudo.keepsEnvironment()
                || Invocation.of(sudo.command())
                        .program()
                        .filter(SYSTEM::contains)
                        .isPresent();
        Optional<Integer> line = plain ? Optional.empty() : setsVariables(stage, script);
        List<String> assumptions = plain
                ? List.of()
                : List.of("The command needs neither the PATH nor the empty environment that sudo sets"
                        + line.map(number -> ", although line " + number + " sets a variable")
                                .orElse("") + ".");
        subject.repair(
                place,
                MESSAGE,
                new Rewrite(
                        "run the command itself",
                        plain ? Safety.SAFE : line.isPresent() ? Safety.SUGGEST : Safety.REVIEW,
                        List.of(new FileChange.Edits(subject.file().path(), List.of(edit))),
                        assumptions,
                        Comments.above(script.run()).stream()
                                .filter(comment -> Mentions.word(comment.text(), "sudo"))
                                .findFirst()
                                .map(comment -> "The comment above line "
                                        + script.run().line() + " stays, and speaks of sudo as well.")
                                .stream()
                                .toList()));
    }

    /**
     * Returns the line of the first instruction that sets what the command would see without sudo: a NODE_ENV that leaves
     * packages out, or a PATH with another Python in front.
     */
    private static Optional<Integer> setsVariables(BuildStage stage, RunScript script) {
        for (Instruction instruction : stage.history()) {
            if (instruction instanceof EnvInstruction || instruction instanceof ArgInstruction) {
                return Optional.of(instruction.line());
            }
            if (instruction == script.run()) {
                break;
            }
        }
        return script.commands().stream()
                        .anyMatch(command -> Invocation.of(command)
                                .program()
                                .filter("export"::equals)
                                .isPresent())
                ? Optional.of(script.run().line())
                : Optional.empty();
    }

    private static Optional<String> obstacle(BuildStage stage, RunScript script, Sudo sudo) {
        if (stage.userAt(script.run()).isEmpty()) {
            return Optional.of("cannot tell which user runs the command");
        }
        if (!stage.isRootAt(script.run())) {
            return Optional.of("the command does not run as root: "
                    + stage.userAt(script.run()).orElseThrow());
        }
        boolean plain = sudo.line().options().stream()
                .allMatch(option -> option.is(
                        "-E", "--preserve-env", "-H", "--set-home", "-n", "--non-interactive", "-S", "--stdin"));
        if (!plain
                || sudo.commandWords().isEmpty()
                || !sudo.command().assignments().isEmpty()) {
            return Optional.of("sudo does more here than run a command as root");
        }
        TextRange range = script.toFile(new TextRange(
                sudo.command().words().get(0).range().start(),
                sudo.commandWords().get(0).range().start()));
        boolean oneLine = script.run().source().slice(range).indexOf('\n') < 0;
        return oneLine ? Optional.empty() : Optional.of("sudo and its command stand on two lines");
    }
}
