package dev.drydock.cli;

import dev.drydock.proposal.Grouping;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what branches and commits are made of. */
final class GroupingConverters {
    private GroupingConverters() {}

    static final class Group implements ITypeConverter<Grouping> {
        @Override
        public Grouping convert(String word) {
            return Grouping.of(word)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + word + "\" is not one of " + String.join(", ", Grouping.labels())));
        }
    }

    /** What belongs into one commit. */
    enum CommitPer {
        GROUP,
        TRANSFORM
    }

    static final class Commit extends RunOptions.WordConverter<CommitPer> {
        Commit() {
            super(CommitPer.values());
        }
    }
}
