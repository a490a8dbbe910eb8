package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunMounts;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.CommandLineView;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets apk fetch its index for one command only, so that no index stays in the layer. */
public final class ApkNoCache extends CacheTransform {
    private static final String MESSAGE = "the apk index stays in the layer";
    private static final String USELESS = "apk update fetches an index that no later command reads";
    private static final List<String> CACHES = List.of("/var/cache/apk", "/etc/apk/cache");

    public ApkNoCache() {
        super("apk-no-cache", new PackageCache("apk", CACHES, "/var/cache/apk", Apk::from));
    }

    @Override
    protected void inspect(Subject subject, CacheUses uses, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Optional<Apk> apk = Apk.from(command);
            apk.filter(known -> known.installs() && !known.skipsCache())
                    .ifPresent(known -> addOption(subject, uses, stage, script, known));
            apk.filter(known -> known.updates() && !known.skipsCache())
                    .ifPresent(known -> dropUpdate(subject, stage, script, known));
        }
    }

    private static void addOption(Subject subject, CacheUses uses, BuildStage stage, RunScript script, Apk apk) {
        TextRange place = script.toFile(apk.command().range());
        Optional<String> use =
                uses.broughtBefore(stage, script.run()).or(() -> uses.after(stage, script, apk.command()));
        Optional<String> old = OldTool.obstacle(
                subject.inspection().facts().knowledge().oldTools(), stage, script, apk.command(), "apk --no-cache");
        if (RunMounts.cover(script.run(), CACHES)) {
            subject.notNeeded(place, MESSAGE, "it is on a mount");
        } else if (apk.has("--no-network")) {
            subject.notNeeded(place, MESSAGE, "--no-network fetches no index");
        } else if (apk.has("--cache-dir")) {
            subject.abstain(place, MESSAGE, "the command works from a cache (--no-network, --cache-dir)");
        } else if (old.isPresent()) {
            subject.abstain(place, MESSAGE, old.get());
        } else if (use.isPresent()) {
            subject.abstain(place, MESSAGE, use.get());
        } else {
            Optional<ShellWord> update = updateOption(apk);
            TextEdit edit = update.isPresent()
                    ? subject.editor(script).replace(update.get(), "--no-cache")
                    : TextEdit.insert(apk.insertionPointForOptionInFile(), " --no-cache");
            subject.repair(place, MESSAGE, "use --no-cache", Safety.SAFE, List.of(edit));
        }
    }

    /** Returns the word {@code -U}, which says the same and leaves the index. */
    private static Optional<ShellWord> updateOption(Apk apk) {
        return apk.line().all("-U", "--update", "--update-cache").stream()
                .map(CommandLineView.Option::word)
                .filter(word -> word.is("-U") || word.is("--update") || word.is("--update-cache"))
                .findFirst();
    }

    private static void dropUpdate(Subject subject, BuildStage stage, RunScript script, Apk update) {
        TextRange place = script.toFile(update.command().range());
        Stream<RunInstruction> later = Stream.concat(
                        behind(stage.stage().instructions(), script.run()),
                        stage.descendants().stream().flatMap(child -> child.stage().instructions().stream()))
                .filter(RunInstruction.class::isInstance)
                .map(RunInstruction.class::cast);
        if (RunMounts.cover(script.run(), CACHES)) {
            subject.notNeeded(place, USELESS, "it is on a mount");
        } else if (script.commands().stream().anyMatch(command -> readsIndex(command, update))
                || later.anyMatch(run -> readsIndex(stage, run, update))) {
            subject.notNeeded(place, USELESS, "a later command may read it");
        } else if (script.commands().size() == 1) {
            subject.repair(
                    place,
                    USELESS,
                    "drop the RUN",
                    Safety.SAFE,
                    List.of(subject.editor().delete(script.run())));
        } else {
            Optional<TextEdit> edit = subject.editor(script).deleteFromChain(update.command());
            if (edit.isPresent()) {
                subject.repair(place, USELESS, "drop apk update", Safety.SAFE, List.of(edit.get()));
            } else {
                subject.abstain(place, USELESS, "it cannot be taken out of its list of commands");
            }
        }
    }

    private static Stream<Instruction> behind(List<Instruction> instructions, Instruction place) {
        return instructions.subList(instructions.indexOf(place) + 1, instructions.size()).stream();
    }

    private static boolean readsIndex(BuildStage stage, RunInstruction run, Apk update) {
        Optional<RunScript> script =
                stage.script(run).filter(known -> !known.script().isOpaque());
        return script.map(known -> known.commands().stream().anyMatch(command -> readsIndex(command, update)))
                .orElseGet(() -> run.text().contains("apk"));
    }

    private static boolean readsIndex(SimpleCommand command, Apk update) {
        Optional<Apk> apk = Apk.from(command);
        if (apk.isEmpty()) {
            // A shell within the shell may call it. A path or an address with these letters does not count.
            return ScriptCalls.isOne(command)
                    || command.words().stream().anyMatch(word -> word.text().contains("apk ") || word.is("apk"));
        }
        return command != update.command()
                && !apk.get().does("del", "version", "--version")
                && !apk.get().skipsCache();
    }
}
