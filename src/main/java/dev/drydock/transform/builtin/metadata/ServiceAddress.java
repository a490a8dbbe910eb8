package dev.drydock.transform.builtin.metadata;

import dev.drydock.container.ContainerImage;
import dev.drydock.container.WebSettings;
import dev.drydock.knowledge.HealthChecks.Probe;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.PrivilegedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a service of an image answers, as far as the Dockerfile and the settings that it brings say.
 *
 * @param passesOn whether another server answers, whose errors say nothing of this one
 * @param assumptions what a person should check
 */
record ServiceAddress(String url, boolean passesOn, List<String> assumptions) {
    private static final int HTTP = 80;

    ServiceAddress {
        assumptions = List.copyOf(assumptions);
    }

    /** Returns the address; empty if it is another one than the probe knows, and which is not said. */
    static Optional<ServiceAddress> of(ImageFacts facts, ContainerImage.Built image, Probe probe) {
        String url = probe.url().orElseThrow();
        boolean nginx = probe.settings().filter("nginx"::equals).isPresent();
        WebSettings settings = nginx ? WebSettings.of(image) : WebSettings.NONE;
        int usual = portOf(url);
        if (settings.listens()) {
            boolean stays = settings.ports().containsKey(usual);
            Optional<Integer> port = stays
                    ? Optional.of(usual)
                    : settings.ports().keySet().stream().findFirst();
            return port.map(
                    known -> at(url, known, "as " + settings.ports().get(known) + " says", settings.passesOn()));
        }
        if (!isElsewhere(facts, image.stage())) {
            String assumption = "The service listens where " + facts.name() + " does by default.";
            return Optional.of(new ServiceAddress(url, settings.passesOn(), List.of(assumption)));
        }
        return HealthProbe.port(image.stage())
                .map(port -> at(url, Integer.parseInt(port), "as EXPOSE says", settings.passesOn()));
    }

    /** Returns whether EXPOSE names ports, and none that the service has by default. */
    static boolean isElsewhere(ImageFacts facts, BuildStage stage) {
        List<String> exposed = HealthProbe.ports(stage);
        List<String> usual = facts.ports().stream()
                .filter(port -> !port.udp())
                .map(port -> Integer.toString(port.number()))
                .toList();
        boolean known = exposed.stream().allMatch(port -> port.chars().allMatch(c -> c >= '0' && c <= '9'));
        return known
                && !exposed.isEmpty()
                && !usual.isEmpty()
                && exposed.stream().noneMatch(usual::contains);
    }

    private static ServiceAddress at(String url, int port, String source, boolean passesOn) {
        List<String> assumptions = new ArrayList<>();
        assumptions.add("The service listens on port " + port + ", " + source + ".");
        if (passesOn) {
            assumptions.add("An error that another server answers with is none of this one.");
        }
        String host = url.substring(0, endOfHost(url));
        String path = url.substring(url.indexOf('/', host.length()));
        return new ServiceAddress(host + (port == HTTP ? "" : ":" + port) + path, passesOn, assumptions);
    }

    private static int portOf(String url) {
        String rest = url.substring(endOfHost(url));
        return rest.startsWith(":")
                ? PrivilegedPort.number(rest.substring(1, rest.indexOf('/'))).orElse(HTTP)
                : HTTP;
    }

    /** The end of {@code http://127.0.0.1}, before the port or the path. */
    private static int endOfHost(String url) {
        int start = url.indexOf("://") + 3;
        int colon = url.indexOf(':', start);
        int slash = url.indexOf('/', start);
        return colon >= 0 && colon < slash ? colon : slash;
    }
}
