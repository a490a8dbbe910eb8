package dev.drydock.transform.builtin.metadata;

import dev.drydock.dockerfile.Word;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;

/** Writes relative folders of WORKDIR as what they mean after the WORKDIRs before them. */
public final class AbsoluteWorkdir extends DockerfileTransform {
    private static final String MESSAGE = "the directory of WORKDIR depends on the one before";

    public AbsoluteWorkdir() {
        super("absolute-workdir");
    }

    @Override
    protected void inspect(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            stage.stage()
                    .instructions(WorkdirInstruction.class)
                    .filter(workdir -> workdir.argument()
                            .filter(AbsoluteWorkdir::isRelative)
                            .isPresent())
                    .forEach(workdir ->
                            inspect(subject, stage, workdir, workdir.argument().orElseThrow()));
        }
    }

    /** A folder that starts with a variable is not looked at, and neither is one of Windows. */
    private static boolean isRelative(Word folder) {
        String text = withoutQuote(folder.value());
        boolean windows = text.indexOf('\\') >= 0 || (text.length() > 1 && text.charAt(1) == ':');
        return !text.isEmpty() && !text.startsWith("/") && !text.startsWith("$") && !windows;
    }

    private static String withoutQuote(String word) {
        boolean quoted = word.startsWith("\"") || word.startsWith("'");
        return quoted ? word.substring(1) : word;
    }

    private static void inspect(Subject subject, BuildStage stage, WorkdirInstruction workdir, Word folder) {
        if (stage.image().isWindows()) {
            return;
        }
        List<WorkdirInstruction> before = stage.historyBefore(workdir).stream()
                .filter(WorkdirInstruction.class::isInstance)
                .map(WorkdirInstruction.class::cast)
                .toList();
        Optional<String> ofImage = stage.facts().flatMap(ImageFacts::workdir);
        Optional<String> start = folderAfter(ofImage, before);
        Optional<String> absolute = folder.staticValue()
                .filter(text -> text.length() == folder.range().length())
                .flatMap(text -> ContainerPath.resolve(start, text))
                .filter(AbsoluteWorkdir::isPlain);
        if (start.isEmpty()) {
            boolean none = before.isEmpty();
            String reason = none
                    ? "the working directory of " + stage.image().text() + " is unknown"
                    : "an earlier WORKDIR has a variable, or is relative to an unknown directory";
            subject.abstain(folder.range(), MESSAGE, reason);
        } else if (absolute.isEmpty()) {
            subject.abstain(folder.range(), MESSAGE, "it has quotes, escapes, variables or a line break");
        } else {
            boolean certain = folderAfter(Optional.empty(), before).isPresent();
            subject.repair(
                    folder.range(),
                    MESSAGE,
                    Rewrite.of(
                                    "write " + absolute.get(),
                                    certain ? Safety.SAFE : Safety.REVIEW,
                                    subject.file().path(),
                                    List.of(TextEdit.replace(folder.range(), absolute.get())))
                            .withAssumptions(
                                    certain
                                            ? List.of()
                                            : List.of("The working directory of "
                                                    + stage.image().text() + " is " + ofImage.orElseThrow() + ".")));
        }
    }

    /** Returns where the WORKDIRs lead; variables could be set from outside, so nothing with one is known. */
    private static Optional<String> folderAfter(Optional<String> start, List<WorkdirInstruction> workdirs) {
        Optional<String> folder = start;
        for (WorkdirInstruction workdir : workdirs) {
            Optional<String> base = folder;
            folder = workdir.argument().flatMap(Word::staticValue).flatMap(text -> ContainerPath.resolve(base, text));
        }
        return folder;
    }

    private static boolean isPlain(String path) {
        return path.chars().noneMatch(c -> "\"'$\\`".indexOf(c) >= 0 || Character.isWhitespace(c));
    }
}
