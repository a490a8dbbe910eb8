package dev.drydock.registry;

import dev.drydock.image.Digest;
import dev.drydock.image.ImageReference;
import dev.drydock.image.Platform;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Asks registries over the OCI distribution protocol (version 1.1). One client serves one run: what it learnt of a
 * registry (how to log in, tokens, that it cannot be reached) it keeps until it is thrown away.
 */
public final class RegistryClient implements ImageResolver {
    private static final System.Logger LOG = System.getLogger(RegistryClient.class.getName());
    private static final int MANIFEST_LIMIT = 4 << 20;
    private static final int CONFIG_LIMIT = 1 << 20;

    private final Transport transport;
    private final Authorizer authorizer;
    private final Endpoints endpoints;
    private final Function<Digest, Optional<Resolved>> known;
    /** Registries that could not be reached, or want to be left alone: the other references fail without waiting. */
    private final Map<Origin, Failed> closed = new ConcurrentHashMap<>();

    /** Creates a client. */
    public RegistryClient(RegistryOptions options) {
        this(options, digest -> Optional.empty());
    }

    /**
     * Creates a client that need not look into what is known already.
     *
     * @param known returns what a digest names, if that was looked up earlier; saves a request, and on Docker Hub a pull
     */
    public RegistryClient(RegistryOptions options, Function<Digest, Optional<Resolved>> known) {
        this(options, known, Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()));
    }

    RegistryClient(RegistryOptions options, Function<Digest, Optional<Resolved>> known, Clock clock, Pauses pauses) {
        var policy = new AddressPolicy(options.plainHttpHosts());
        this.transport = new Transport(options, policy, clock, pauses);
        this.authorizer = new Authorizer(transport, policy, new DockerConfig(options), clock);
        this.endpoints = new Endpoints(options, policy, transport);
        this.known = known;
    }

    private interface Question<T> {
        T ask(Target target) throws RegistryFailure, InterruptedException;
    }

    @Override
    public Resolution resolve(ImageReference reference) throws InterruptedException {
        try {
            return firstAnswer(reference, target -> resolved(target, reference));
        } catch (RegistryFailure e) {
            return e.failed();
        }
    }

    @Override
    public Resolution claimedDigest(ImageReference reference) throws InterruptedException {
        try {
            return firstAnswer(reference, target -> {
                Optional<Resolved> claim = claim(target, reference);
                return claim.isPresent() ? claim.get() : withoutConfig(content(target, reference));
            });
        } catch (RegistryFailure e) {
            return e.failed();
        }
    }

    @Override
    public TagListing tags(ImageReference reference) throws InterruptedException {
        try {
            return firstAnswer(reference, target -> new TagPages(request -> ask(target, request)).read(target));
        } catch (RegistryFailure e) {
            return e.failed();
        }
    }

    /** Asks one target after the other until one answers; the failure of the last one counts. */
    private <T> T firstAnswer(ImageReference reference, Question<T> question)
            throws RegistryFailure, InterruptedException {
        List<Target> targets = endpoints.of(reference);
        for (Target mirror : targets.subList(0, targets.size() - 1)) {
            try {
                return unlessClosed(mirror, question);
            } catch (RegistryFailure e) {
                // A mirror that fails in any way is passed over, as Docker does.
                LOG.log(System.Logger.Level.DEBUG, "mirror passed over: {0}", e.getMessage());
            }
        }
        return unlessClosed(targets.get(targets.size() - 1), question);
    }

    private <T> T unlessClosed(Target target, Question<T> question) throws RegistryFailure, InterruptedException {
        Failed reason = closed.get(target.origin());
        if (reason != null) {
            throw new RegistryFailure(reason);
        }
        try {
            return question.ask(target);
        } catch (RegistryFailure e) {
            Failed.Kind kind = e.failed().kind();
            if (kind == Failed.Kind.UNREACHABLE || kind == Failed.Kind.RATE_LIMITED) {
                closed.put(target.origin(), e.failed());
            }
            throw e;
        }
    }

    private Resolved resolved(Target target, ImageReference reference) throws RegistryFailure, InterruptedException {
        Optional<Resolved> claim = claim(target, reference);
        if (claim.isEmpty()) {
            return withConfig(target, content(target, reference));
        }
        Optional<Resolved> earlier = known.apply(claim.get().digest());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        return withConfig(target, content(target, claim.get().digest()));
    }

    private static String tagOrDigest(ImageReference reference) {
        return reference
                .effectiveTag()
                .orElseGet(() -> reference.digest().map(Digest::toString).orElseThrow());
    }

    /** Returns what the headers say; empty when the registry does not support HEAD or sends no digest with it. */
    private Optional<Resolved> claim(Target target, ImageReference reference)
            throws RegistryFailure, InterruptedException {
        Response response = ask(target, Request.head(target.manifest(tagOrDigest(reference)), Manifest.ACCEPT));
        int status = response.status();
        if (status == 401 || status == 403 || status == 404 || (status >= 500 && status != 501)) {
            throw new RegistryFailure(refusal(target, response));
        }
        Optional<Digest> digest =
                response.isOk() ? response.header("Docker-Content-Digest").flatMap(Digest::parse) : Optional.empty();
        if (digest.isPresent() && reference.effectiveTag().isEmpty() && !digest.equals(reference.digest())) {
            throw contradiction(target);
        }
        return digest.map(d -> new Resolved(d, response.mediaType(), List.of()));
    }

    /** Returns what the tag names; its digest is computed, and must be the one in the header if there is one. */
    private Manifest content(Target target, ImageReference reference) throws RegistryFailure, InterruptedException {
        if (reference.effectiveTag().isEmpty()) {
            return content(target, reference.digest().orElseThrow());
        }
        Response response = manifest(target, tagOrDigest(reference));
        Optional<Digest> header = response.header("Docker-Content-Digest").flatMap(Digest::parse);
        Digest computed = header.map(digest -> digest.sameAlgorithmOf(response.body()))
                .orElseGet(() -> Digest.sha256Of(response.body()));
        if (header.isPresent() && !header.get().equals(computed)) {
            throw contradiction(target);
        }
        return parsed(target, computed, response);
    }

    private Manifest content(Target target, Digest digest) throws RegistryFailure, InterruptedException {
        Response response = manifest(target, digest.toString());
        if (!digest.sameAlgorithmOf(response.body()).equals(digest)) {
            throw contradiction(target);
        }
        return parsed(target, digest, response);
    }

    private Response manifest(Target target, String tagOrDigest) throws RegistryFailure, InterruptedException {
        Response response = ask(target, Request.get(target.manifest(tagOrDigest), Manifest.ACCEPT, MANIFEST_LIMIT));
        if (!response.isOk()) {
            throw new RegistryFailure(refusal(target, response));
        }
        return response;
    }

    private static Manifest parsed(Target target, Digest digest, Response response) throws RegistryFailure {
        return Manifest.parse(digest, response.mediaType(), response.body())
                .orElseThrow(() -> new RegistryFailure(
                        Failed.Kind.BAD_ANSWER,
                        target.origin() + " sends neither an image manifest nor an index for " + target.repository()));
    }

    private static RegistryFailure contradiction(Target target) {
        return new RegistryFailure(
                Failed.Kind.BAD_ANSWER,
                target.origin() + " sends content of " + target.repository() + " that does not have its digest");
    }

    private static Resolved withoutConfig(Manifest manifest) {
        return new Resolved(manifest.digest(), manifest.mediaType(), manifest.platforms());
    }

    /** The platform of a single manifest stands in its configuration; without that answer it stays unknown. */
    private Resolved withConfig(Target target, Manifest manifest) throws InterruptedException {
        if (manifest.config().isEmpty()) {
            return withoutConfig(manifest);
        }
        Digest config = manifest.config().get();
        try {
            Response response = ask(target, Request.get(target.blob(config.toString()), "", CONFIG_LIMIT));
            if (response.isOk() && config.sameAlgorithmOf(response.body()).equals(config)) {
                Optional<Platform> platform = JsonObject.parse(response.body()).flatMap(Manifest::platform);
                return new Resolved(
                        manifest.digest(),
                        manifest.mediaType(),
                        platform.map(List::of).orElse(List.of()));
            }
        } catch (RegistryFailure e) {
            return withoutConfig(manifest);
        }
        return withoutConfig(manifest);
    }

    /** Returns the answer to this question, after a login where one is needed. */
    private Response ask(Target target, Request request) throws RegistryFailure, InterruptedException {
        Optional<String> authorization = authorizer.inAdvance(target);
        Response response = transport.send(request.with(authorization));
        if (response.status() != 401) {
            return response;
        }
        String answer = authorizer.answer(target, response);
        boolean refused = Optional.of(answer).equals(authorization);
        return refused ? response : transport.send(request.with(Optional.of(answer)));
    }

    private static Failed refusal(Target target, Response response) {
        int status = response.status();
        String what = target.origin() + " answers with status " + status + " for " + target.repository();
        return switch (status) {
            case 401, 403 ->
                Failed.of(
                        Failed.Kind.DENIED,
                        what + ": it does not exist, or a login (docker login " + target.domain() + ") is missing");
            case 404 ->
                Failed.of(Failed.Kind.NOT_FOUND, target.origin() + " has no such image of " + target.repository());
            default -> Failed.of(status >= 500 ? Failed.Kind.SERVER_ERROR : Failed.Kind.BAD_ANSWER, what);
        };
    }
}
