package dev.drydock.transform.builtin;

import dev.drydock.edit.Safety;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.ImagePort;
import dev.drydock.knowledge.Ports;
import dev.drydock.knowledge.Ports.PortClass;
import dev.drydock.knowledge.Ports.PortFacts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a port of a container is meant for, as far as the image and the number tell.
 *
 * @param purpose what listens there, for a person: "the database postgres"
 * @param certainty how sure it is that nobody from outside connects
 */
public record PortAudience(String purpose, Safety certainty) {
    private static final int BEGINNING = 6;

    /**
     * Returns why a port should not be open to other machines; empty if it may well be meant for them.
     *
     * @param image what is known of the image
     * @param name the image for a person
     * @param called what else the container is called: its service, its own name
     * @param port the port of the container
     */
    public static Optional<PortAudience> notForOthers(
            Optional<ImageFacts> image, String name, String called, Optional<Integer> port, Ports ports) {
        Optional<PortFacts> facts = port.flatMap(ports::find);
        Optional<PortClass> portClass = facts.map(PortFacts::portClass);
        String service = facts.map(PortFacts::service).orElse("");
        Optional<ImageClass> imageClass = image.map(ImageFacts::imageClass);
        if (imageClass.isPresent()) {
            boolean own = image.get().ports().stream()
                    .anyMatch(each ->
                            port.filter(number -> number == each.number()).isPresent());
            boolean other = !own && !image.get().ports().isEmpty();
            // What an agent of it listens on is there for other machines.
            if (imageClass.get() == ImageClass.ADMIN && other && !portClass.equals(Optional.of(PortClass.ADMIN))) {
                return Optional.empty();
            }
            return ofKnownImage(imageClass.get(), name, portClass, own, service);
        }
        boolean told = facts.filter(each -> !each.shared() || isNamed(service, name + " " + called))
                .isPresent();
        Safety certainty = told ? Safety.REVIEW : Safety.SUGGEST;
        String perhaps = told ? "" : "perhaps ";
        return switch (portClass.orElse(PortClass.WEB)) {
            case DATABASE -> Optional.of(new PortAudience(perhaps + "a database (" + service + ")", certainty));
            case DEBUG -> Optional.of(new PortAudience(perhaps + "a debugger (" + service + ")", certainty));
            case QUEUE -> Optional.of(new PortAudience("a message queue (" + service + ")", Safety.SUGGEST));
            // The numbers of consoles are those of many web applications, too.
            case ADMIN, WEB, SSH, LEGACY -> Optional.empty();
        };
    }

    /**
     * Returns why a port that is not for everybody stays open: agents on other machines connect to one that only they use, and then
     * to the others, too.
     *
     * @param published all ports of the container that are published
     */
    public static Optional<String> agents(Optional<ImageFacts> image, int port, Stream<Integer> published) {
        Set<Integer> forAgents = image.stream()
                .flatMap(facts -> facts.agentPorts().stream())
                .map(ImagePort::number)
                .collect(Collectors.toSet());
        return published
                .filter(forAgents::contains)
                .findFirst()
                .map(agent -> agent == port
                        ? "agents on other machines connect to it, and nobody else; if there are none, do not publish it"
                        : "agents on other machines use it if they connect to port " + agent
                                + ", which is published; if there are none, do not publish that");
    }

    /** Whether a name speaks of what usually listens, by the beginning of a word: {@code elastic} for elasticsearch. */
    private static boolean isNamed(String service, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(service.split(" "))
                .map(word -> word.substring(0, Math.min(word.length(), BEGINNING)))
                .anyMatch(lower::contains);
    }

    private static Optional<PortAudience> ofKnownImage(
            ImageClass imageClass, String name, Optional<PortClass> port, boolean own, String service) {
        return switch (imageClass) {
            case DATABASE -> Optional.of(new PortAudience("the database " + name, Safety.REVIEW));
            case CACHE -> Optional.of(new PortAudience("the cache " + name, Safety.REVIEW));
            case SEARCH -> Optional.of(new PortAudience("the search engine " + name, Safety.REVIEW));
            case ADMIN -> Optional.of(new PortAudience("the administration of " + name, Safety.REVIEW));
            case QUEUE ->
                Optional.of(
                        port.filter(PortClass.ADMIN::equals).isPresent()
                                ? new PortAudience("the administration of " + name, Safety.REVIEW)
                                : new PortAudience("the message queue " + name, Safety.SUGGEST));
            case MONITORING ->
                port.filter(PortClass.ADMIN::equals)
                        .map(admin -> new PortAudience("the monitoring " + name, Safety.SUGGEST));
            // What a configuration serves may have any number; the image's own port of administration serves nobody
            // else.
            case WEB ->
                own && port.filter(PortClass.ADMIN::equals).isPresent()
                        ? Optional.of(new PortAudience("the administration of " + name, Safety.SUGGEST))
                        : ofApplication(port, own, service);
            case BASE, LANGUAGE, APPLICATION, TOOL, ML -> ofApplication(port, own, service);
        };
    }

    private static Optional<PortAudience> ofApplication(Optional<PortClass> port, boolean own, String service) {
        return port.filter(each -> !own && (each == PortClass.DATABASE || each == PortClass.DEBUG))
                .map(each -> new PortAudience(service, Safety.REVIEW));
    }
}
