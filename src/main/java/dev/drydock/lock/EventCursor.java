package dev.drydock.lock;

import dev.drydock.yaml.parse.YamlReason;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Walks over the events of a YAML text and insists on what comes next. Events instead of nodes, because a parser of
 * events needs no recursion: no nesting makes it fail. Anchors, aliases and tags are refused; a lock file has none.
 */
final class EventCursor {
    private final Iterator<Event> events;
    private Event current;

    EventCursor(String text) throws LockFormatException {
        var settings = LoadSettings.builder().setParseComments(false).build();
        this.events = new Parse(settings).parseString(text).iterator();
        this.current = next();
    }

    private Event next() throws LockFormatException {
        try {
            Event event = events.next();
            boolean marked = event instanceof NodeEvent node && node.getAnchor().isPresent();
            boolean tagged =
                    (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                            || (event instanceof CollectionStartEvent start
                                    && start.getTag().isPresent());
            if (marked || tagged || event instanceof AliasEvent) {
                throw at(event.getStartMark(), "anchors, aliases and tags have no place in a lock file");
            }
            return event;
        } catch (MarkedYamlEngineException e) {
            throw at(e.getProblemMark(), "not YAML: " + YamlReason.of(e));
        } catch (YamlEngineException e) {
            throw new LockFormatException("not YAML: it holds a character that YAML does not allow", 1, 1);
        }
    }

    /** Returns the current event and goes on to the next. */
    private Event take() throws LockFormatException {
        Event taken = current;
        current = next();
        return taken;
    }

    boolean is(Event.ID id) {
        return current.getEventId() == id;
    }

    /** Goes over an event of this kind, or fails with the message. */
    void expect(Event.ID id, String message) throws LockFormatException {
        if (!is(id)) {
            throw here(message);
        }
        if (id != Event.ID.StreamEnd) {
            take();
        }
    }

    /** Returns the text of a scalar, or fails with the message. */
    String scalar(String message) throws LockFormatException {
        if (!is(Event.ID.Scalar)) {
            throw here(message);
        }
        return ((ScalarEvent) take()).getValue();
    }

    /** Returns where the current event starts. */
    Optional<Mark> mark() {
        return current.getStartMark();
    }

    LockFormatException here(String message) {
        return at(current.getStartMark(), message);
    }

    static LockFormatException at(Optional<Mark> mark, String message) {
        return new LockFormatException(
                message,
                mark.map(m -> m.getLine() + 1).orElse(1),
                mark.map(m -> m.getColumn() + 1).orElse(1));
    }
}
