package dev.drydock.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an image needs back after {@code cap_drop: [ALL]}, with its own entrypoint and user.
 *
 * @param add the capabilities without the {@code CAP_} prefix
 * @param why what fails without them
 * @param optional capabilities that only some configurations use, with the reason
 * @param minimal a shorter list with the condition under which it is enough
 * @param tested whether the behaviour was reproduced, also across a restart
 * @param verified whether a source states it
 */
public record CapabilityNeeds(
        List<String> add,
        Optional<String> why,
        Map<String, String> optional,
        Optional<String> minimal,
        boolean tested,
        boolean verified) {

    /** Reads either the bare list or the full mapping. */
    static CapabilityNeeds read(Fields image, boolean verified) {
        if (image.isList("capabilities")) {
            return new CapabilityNeeds(
                    image.texts("capabilities"), Optional.empty(), Map.of(), Optional.empty(), false, verified);
        }
        Fields fields = image.fields("capabilities").orElseThrow();
        CapabilityNeeds result = new CapabilityNeeds(
                fields.texts("add"),
                fields.text("why"),
                fields.textMap("optional"),
                fields.text("minimal"),
                fields.flag("tested", false),
                verified);
        fields.end();
        return result;
    }
}
