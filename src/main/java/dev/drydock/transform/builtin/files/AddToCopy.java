package dev.drydock.transform.builtin.files;

import dev.drydock.dockerfile.AddInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.project.ContextSearch;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Replaces ADD by COPY where it does nothing that COPY does not do; as a suggestion where a variable is part of the name. */
public final class AddToCopy extends DockerfileTransform {
    private static final String MESSAGE = "ADD used for a local file; COPY is enough";

    /** Flags of ADD that COPY takes as well. */
    private static final Set<String> SHARED_FLAGS = Set.of("chown", "chmod", "link", "exclude");

    public AddToCopy() {
        super("add-to-copy");
    }

    @Override
    protected void inspect(Subject subject) {
        for (Instruction instruction : subject.build().file().instructions()) {
            Instruction inner = instruction instanceof OnbuildInstruction onbuild
                    ? onbuild.instruction().orElse(instruction)
                    : instruction;
            if (inner instanceof AddInstruction add) {
                inspect(subject, add);
            }
        }
    }

    private static void inspect(Subject subject, AddInstruction add) {
        TextRange place = add.keyword().range();
        Optional<String> purpose = purpose(subject, add);
        if (purpose.isPresent()) {
            subject.notNeeded(place, MESSAGE, purpose.get());
            return;
        }
        Optional<Argument> unclear = add.sources().stream()
                .filter(source -> source.hasVariables() || source.staticValue().isEmpty())
                .findFirst();
        if (unclear.isPresent()) {
            String source = unclear.get().value();
            if (!endsLikeFile(source)) {
                subject.abstain(place, MESSAGE, source + " may name a URL or an archive");
                return;
            }
            subject.repair(
                    place,
                    MESSAGE,
                    Rewrite.of(
                                    "use COPY",
                                    Safety.SUGGEST,
                                    subject.file().path(),
                                    List.of(subject.editor().replaceKeyword(add, "COPY")))
                            .withAssumptions(List.of(
                                    source + " names a file or folder of the build context that is no archive.")));
            return;
        }
        Optional<Argument> pattern = add.sources().stream()
                .filter(source -> mayMatchArchive(source.value()))
                .findFirst();
        if (pattern.isPresent()) {
            subject.abstain(place, MESSAGE, pattern.get().value() + " may match an archive, which ADD unpacks");
            return;
        }
        subject.repair(
                place,
                MESSAGE,
                "use COPY",
                Safety.SAFE,
                List.of(subject.editor().replaceKeyword(add, "COPY")));
    }

    /** Returns what the ADD does that COPY cannot. */
    private static Optional<String> purpose(Subject subject, AddInstruction add) {
        for (Flag flag : add.flags()) {
            if (!SHARED_FLAGS.contains(flag.name())) {
                return Optional.of("COPY has no --" + flag.name());
            }
        }
        for (Argument source : add.sources()) {
            String name = source.value();
            if (isRemote(name)) {
                return Optional.of(name + " is fetched from elsewhere");
            }
            if (Archives.isNamedLikeOne(name) && !isPattern(name)) {
                return Optional.of(name + " is an archive, which ADD unpacks");
            }
            Optional<byte[]> content = ContextSearch.read(subject.inspection().project(), subject.file(), name);
            if (content.filter(Archives::isOne).isPresent()) {
                return Optional.of(name + " has the content of an archive, which ADD unpacks");
            }
        }
        return Optional.empty();
    }

    /** Returns whether what stands behind the last variable is the end of the name of a file that is no archive. */
    private static boolean endsLikeFile(String source) {
        int end = source.lastIndexOf('$') + 1;
        if (end < source.length() && source.charAt(end) == '{') {
            end = source.indexOf('}', end) + 1;
        } else {
            while (end < source.length()
                    && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_')) {
                end++;
            }
        }
        String rest = source.substring(Math.max(0, end));
        return rest.indexOf('.') >= 0 && !rest.endsWith(".") && !isPattern(source);
    }

    private static boolean isRemote(String source) {
        return source.contains("://") || source.startsWith("git@") || source.startsWith("github.com/");
    }

    private static boolean isPattern(String source) {
        return source.indexOf('*') >= 0 || source.indexOf('?') >= 0 || source.indexOf('[') >= 0;
    }

    /** A pattern that ends in a plain file ending matches nothing but files with that ending. */
    private static boolean mayMatchArchive(String source) {
        if (!isPattern(source)) {
            return false;
        }
        int last = Math.max(source.lastIndexOf('*'), Math.max(source.lastIndexOf('?'), source.lastIndexOf(']')));
        String ending = source.substring(last + 1);
        boolean inFolder = ending.indexOf('/') >= 0;
        String name = inFolder ? source.substring(source.lastIndexOf('/') + 1) : ending;
        return (!name.startsWith(".") && !inFolder) || name.isEmpty() || Archives.isNamedLikeOne("x" + name);
    }
}
