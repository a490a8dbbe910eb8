package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.AndOrList;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Apk;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets apk fetch its index for one command only, so that no index stays in the layer. */
public final class ApkNoCache extends ShellTransform {
    private static final String MESSAGE = "the apk index stays in the layer";
    private static final List<String> CACHES = List.of("/var/cache/apk", "/etc/apk/cache");

    public ApkNoCache() {
        super("apk-no-cache");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Apk.from(command)
                    .filter(apk -> apk.does("add", "upgrade") && !apk.skipsCache())
                    .ifPresent(apk -> inspect(subject, script, apk));
        }
    }

    private static void inspect(Subject subject, RunScript script, Apk apk) {
        TextRange place = script.toFile(apk.command().range());
        if (CacheMounts.cover(script.run(), CACHES)) {
            subject.notNeeded(place, MESSAGE, "it is on a mount");
        } else if (apk.has("--no-network", "--cache-dir")) {
            subject.abstain(place, MESSAGE, "the command is told to use a cache");
        } else {
            List<TextEdit> edits = new ArrayList<>();
            edits.add(TextEdit.insert(apk.insertionPointForOptionInFile(), " --no-cache"));
            uselessUpdate(script, apk).ifPresent(range -> edits.add(TextEdit.delete(range)));
            subject.repair(place, MESSAGE, "use --no-cache", Safety.SAFE, edits);
        }
    }

    /**
     * Returns the {@code apk update &&} directly before the command, which fetches an index that nobody needs any more; it
     * stays if anything else in the script might.
     */
    private static Optional<TextRange> uselessUpdate(RunScript script, Apk apk) {
        boolean others = script.commands().stream()
                .flatMap(command -> Apk.from(command).stream())
                .anyMatch(other -> other.command() != apk.command() && !other.updates());
        if (others) {
            return Optional.empty();
        }
        for (AndOrList list : script.script().statements()) {
            List<Pipeline> pipelines = list.pipelines();
            if (pipelines.size() > 1
                    && list.isAndChain()
                    && isUpdate(pipelines.get(0))
                    && pipelines.get(1).commands().contains(apk.command())) {
                TextRange range = new TextRange(
                        pipelines.get(0).range().start(),
                        pipelines.get(1).range().start());
                TextRange inFile = new TextRange(
                        script.toFile(range).start(),
                        script.toFile(pipelines.get(1).range()).start());
                boolean plain = !script.run().source().slice(inFile).contains("#");
                return Optional.of(inFile).filter(known -> plain);
            }
        }
        return Optional.empty();
    }

    private static boolean isUpdate(Pipeline pipeline) {
        return pipeline.commands().size() == 1
                && pipeline.commands().get(0) instanceof SimpleCommand command
                && command.redirects().isEmpty()
                && Apk.from(command).filter(Apk::updates).isPresent();
    }
}
