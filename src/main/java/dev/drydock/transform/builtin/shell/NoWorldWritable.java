package dev.drydock.transform.builtin.shell;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.QuotedScript;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Chmod;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the right to write from others than the owner where only programs get it, which nobody writes while they run. */
public final class NoWorldWritable extends DockerfileTransform {
    private static final String MESSAGE = "everybody may change these files";
    private static final String REASON =
            "another user than the owner may write there; give the directory to that user instead";
    /** Not those of Python and the like: settings have them, too, and applications write their settings. */
    private static final List<String> PROGRAM_ENDINGS = List.of(".sh", ".bash");

    private static final List<String> PROGRAM_FOLDERS =
            List.of("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/", "/usr/local/bin/", "/usr/local/sbin/");

    public NoWorldWritable() {
        super("no-world-writable");
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            stage.scripts().forEach(script -> inspect(subject, stage, script));
            for (QuotedScript quoted : QuotedScript.of(stage)) {
                subject.leaving(quoted.reason(), inside -> inspect(inside, stage, quoted.script()));
            }
            for (Instruction instruction : stage.stage().instructions()) {
                if (instruction instanceof FileTransfer transfer) {
                    transfer.flag("chmod").ifPresent(flag -> inspect(subject, stage, transfer, flag));
                }
            }
        }
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Chmod.from(command).ifPresent(chmod -> inspect(subject, stage, script, chmod));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script, Chmod chmod) {
        Optional<WritableMode> mode =
                chmod.mode().flatMap(ShellWord::staticValue).flatMap(WritableMode::parse);
        if (mode.isEmpty()) {
            return;
        }
        ShellWord word = chmod.mode().orElseThrow();
        TextRange place = script.toFile(word.range());
        boolean programs = !chmod.isRecursive()
                && !chmod.invocation().hasHiddenOperands()
                && !chmod.paths().isEmpty()
                && chmod.paths().stream().allMatch(NoWorldWritable::isProgram);
        if (!programs) {
            subject.abstain(place, MESSAGE, REASON);
            return;
        }
        Set<String> names = chmod.paths().stream()
                .map(NoWorldWritable::plain)
                .map(NoWorldWritable::fileName)
                .collect(Collectors.toSet());
        TextEdit edit = subject.editor(script).replace(word, mode.get().narrowed());
        repair(subject, stage, place, mode.get(), names, edit);
    }

    private static void inspect(Subject subject, BuildStage stage, FileTransfer transfer, Flag flag) {
        Optional<WritableMode> mode = flag.value().flatMap(WritableMode::parse);
        Optional<TextRange> range = flag.valueRange()
                .filter(place -> place.length() == flag.value().orElse("").length());
        if (mode.isEmpty() || range.isEmpty()) {
            return;
        }
        boolean programs = transfer.sources().stream()
                .allMatch(source ->
                        source.staticValue().filter(NoWorldWritable::isProgram).isPresent());
        if (programs) {
            Set<String> names = transfer.sources().stream()
                    .flatMap(source -> source.staticValue().stream())
                    .map(NoWorldWritable::fileName)
                    .collect(Collectors.toSet());
            repair(
                    subject,
                    stage,
                    range.get(),
                    mode.get(),
                    names,
                    TextEdit.replace(range.get(), mode.get().narrowed()));
        } else {
            subject.abstain(range.get(), MESSAGE, REASON);
        }
    }

    private static void repair(
            Subject subject, BuildStage stage, TextRange place, WritableMode mode, Set<String> names, TextEdit edit) {
        Optional<String> change = new ProgramChanges(
                        subject.inspection().project(),
                        subject.file(),
                        stage,
                        subject.inspection().facts().knowledge().writers(),
                        names)
                .behind(place.start());
        if (change.isPresent()) {
            subject.abstain(place, MESSAGE, change.get());
            return;
        }
        Rewrite rewrite = Rewrite.of(
                        "use " + mode.narrowed(), Safety.REVIEW, subject.file().path(), List.of(edit))
                .withAssumptions(List.of("Nobody but the owner changes these programs in the container."));
        subject.repair(place, MESSAGE, rewrite);
    }

    private static boolean isProgram(ShellWord path) {
        boolean whole = !path.hasGlob() && !path.hasBraces();
        return whole && isProgram(plain(path));
    }

    /** A variable in front of the name does not matter: chmod 777 "$APP_HOME/start.sh". */
    private static String plain(ShellWord path) {
        String end = path.staticValue().orElse(path.text());
        return end.endsWith("\"") ? end.substring(0, end.length() - 1) : end;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isProgram(String path) {
        boolean inFolder = PROGRAM_FOLDERS.stream()
                .anyMatch(folder -> path.startsWith(folder) && path.length() > folder.length() && !path.endsWith("/"));
        return inFolder || PROGRAM_ENDINGS.stream().anyMatch(path::endsWith);
    }
}
