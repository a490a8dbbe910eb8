package dev.drydock.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Tags that get no updates any more. */
public final class EndOfLife {
    private final Fields fields;

    /**
     * The end of a tag.
     *
     * @param date the last day with updates; for a group of tags that of the last one
     * @param instead the tag to use, or an image with its tag
     */
    public record End(LocalDate date, String instead, boolean verified) {

        /** Whether updates have ended on that day. */
        public boolean isOver(LocalDate today) {
            return today.isAfter(date);
        }
    }

    EndOfLife(Fields fields) {
        this.fields = fields;
    }

    /** The end of updates for a repository, as {@link ImageFacts#name} spells it, at a tag. */
    public Optional<End> find(String imageName, String tag) {
        if (imageName.equals("source")) {
            return Optional.empty();
        }
        for (Fields each : fields.fieldsList(imageName)) {
            if (Glob.matchesAny(each.texts("tags"), tag)) {
                return Optional.of(read(each));
            }
        }
        return Optional.empty();
    }

    private static End read(Fields fields) {
        try {
            End result = new End(
                    LocalDate.parse(fields.requiredText("date")),
                    fields.requiredText("instead"),
                    fields.flag("verified", false));
            fields.end();
            return result;
        } catch (DateTimeException e) {
            throw fields.error("date", "is not a date");
        }
    }
}
