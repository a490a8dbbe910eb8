package dev.drydock.yaml.parse;

import dev.drydock.yaml.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * What the builder needs of an event of the engine. Marks are not kept, because each holds a window of the text.
 *
 * @param isEmpty whether the event covers no character
 * @param properties how many of anchor and tag the node has
 * @param explicit of a document: whether its marker is written
 */
record YamlEvent(
        Event.ID id, boolean isEmpty, int properties, boolean flow, boolean explicit, ScalarStyle style, String value) {

    static YamlEvent from(Event event) {
        int start = event.getStartMark().map(Mark::getIndex).orElse(0);
        int end = event.getEndMark().map(Mark::getIndex).orElse(start);
        boolean flow = event instanceof CollectionStartEvent collection && collection.isFlow();
        boolean explicit = (event instanceof DocumentStartEvent document && document.isExplicit())
                || (event instanceof DocumentEndEvent ending && ending.isExplicit());
        ScalarStyle style = event instanceof ScalarEvent scalar ? style(scalar) : ScalarStyle.PLAIN;
        String value = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
        return new YamlEvent(event.getEventId(), start == end, properties(event), flow, explicit, style, value);
    }

    private static int properties(Event event) {
        int count = 0;
        if (event instanceof CollectionStartEvent collection) {
            count += collection.getTag().isPresent() ? 1 : 0;
        } else if (event instanceof ScalarEvent scalar) {
            count += scalar.getTag().isPresent() ? 1 : 0;
        } else {
            return 0;
        }
        return count + (((NodeEvent) event).getAnchor().isPresent() ? 1 : 0);
    }

    private static ScalarStyle style(ScalarEvent scalar) {
        return switch (scalar.getScalarStyle()) {
            case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarStyle.DOUBLE_QUOTED;
            case LITERAL -> ScalarStyle.LITERAL;
            case FOLDED -> ScalarStyle.FOLDED;
            case PLAIN -> ScalarStyle.PLAIN;
        };
    }

    /** Returns whether this is a scalar without any character, as after {@code key:}. */
    boolean isMissingScalar() {
        return id == Event.ID.Scalar && properties == 0 && isBlank();
    }

    /** Returns whether the scalar has no text of its own, be it with or without anchor and tag. */
    boolean isBlank() {
        return style == ScalarStyle.PLAIN && value.isEmpty();
    }
}
