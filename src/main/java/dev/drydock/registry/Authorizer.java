package dev.drydock.registry;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers the challenges of registries: anonymously where that will do, else with the login of the user. The challenge
 * of a registry is remembered, and so are its tokens until they expire, so that most questions need no second attempt.
 */
final class Authorizer {
    private static final int TOKEN_LIMIT = 1 << 18;
    /** What a token service means when it does not say how long a token lives (distribution's token specification). */
    private static final long DEFAULT_LIFE_SECONDS = 60;

    private static final long SAFETY_SECONDS = 10;

    private final Transport transport;
    private final AddressPolicy policy;
    private final DockerConfig config;
    private final Clock clock;
    private final Map<Origin, Challenge> challenges = new ConcurrentHashMap<>();
    private final Map<TokenKey, Token> tokens = new ConcurrentHashMap<>();

    private record TokenKey(Origin origin, String scope) {}

    private record Token(String value, Instant expiry) {
        @Override
        public String toString() {
            return "Token[until " + expiry + "]";
        }
    }

    Authorizer(Transport transport, AddressPolicy policy, DockerConfig config, Clock clock) {
        this.transport = transport;
        this.policy = policy;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the Authorization header for a first attempt: empty until the registry has asked for one. */
    Optional<String> inAdvance(Target target) throws RegistryFailure, InterruptedException {
        Challenge known = challenges.get(target.origin());
        return known == null ? Optional.empty() : Optional.of(header(target, known, target.scope()));
    }

    /** Returns the Authorization header that answers the challenges in this refusal. */
    String answer(Target target, Response refusal) throws RegistryFailure, InterruptedException {
        if (!Origin.of(refusal.address()).equals(target.origin())) {
            throw new RegistryFailure(
                    Failed.Kind.DENIED, target.origin() + " redirects to a host that wants a login of its own");
        }
        Challenge challenge = best(Challenge.parseAll(refusal.headers().allValues("WWW-Authenticate")))
                .orElseThrow(() -> new RegistryFailure(
                        Failed.Kind.DENIED, target.origin() + " wants a login of a kind that is not supported"));
        String scope = challenge.parameter("scope").orElse(target.scope());
        tokens.remove(new TokenKey(target.origin(), scope));
        String header = header(target, challenge, scope);
        challenges.put(target.origin(), challenge);
        return header;
    }

    private static Optional<Challenge> best(List<Challenge> offered) {
        Optional<Challenge> bearer = offered.stream()
                .filter(c -> c.scheme().equals("bearer") && c.parameter("realm").isPresent())
                .findFirst();
        return bearer.isPresent()
                ? bearer
                : offered.stream().filter(c -> c.scheme().equals("basic")).findFirst();
    }

    private String header(Target target, Challenge challenge, String scope)
            throws RegistryFailure, InterruptedException {
        return challenge.scheme().equals("basic") ? basic(target) : "Bearer " + token(target, challenge, scope);
    }

    private String basic(Target target) throws RegistryFailure, InterruptedException {
        CredentialLookup lookup = config.find(target.domain(), target.repository());
        return lookup.credential()
                .filter(login -> login.kind() == Credential.Kind.PASSWORD)
                .map(Credential::basicHeader)
                .orElseThrow(() -> new RegistryFailure(
                        Failed.Kind.DENIED,
                        target.origin() + " wants a user name and a password"
                                + lookup.problem().map(p -> " (" + p + ")").orElse("")));
    }

    private String token(Target target, Challenge challenge, String scope)
            throws RegistryFailure, InterruptedException {
        var key = new TokenKey(target.origin(), scope);
        Token known = tokens.get(key);
        if (known != null && clock.instant().isBefore(known.expiry())) {
            return known.value();
        }
        CredentialLookup lookup = config.find(target.domain(), target.repository());
        Optional<Credential> login = lookup.credential();
        if (login.isPresent() && login.get().kind() == Credential.Kind.ACCESS_TOKEN) {
            return checked(target, login.get().secret());
        }
        Token fetched = fetch(target, challenge, scope, lookup);
        tokens.put(key, fetched);
        return fetched.value();
    }

    private Token fetch(Target target, Challenge challenge, String scope, CredentialLookup lookup)
            throws RegistryFailure, InterruptedException {
        URI realm = realm(target, challenge);
        Optional<Credential> login = lookup.credential();
        boolean refresh = login.isPresent() && login.get().kind() == Credential.Kind.IDENTITY_TOKEN;
        Request request = refresh
                ? Request.post(realm, refreshForm(challenge, scope, login.get()), TOKEN_LIMIT)
                : Request.get(Target.tokenAddress(realm, challenge.parameter("service"), scope), "", TOKEN_LIMIT)
                        .with(login.map(Credential::basicHeader));
        Response response = transport.send(request);
        if (!response.isOk()) {
            throw new RegistryFailure(refused(target, Origin.of(realm), response.status(), lookup));
        }
        Optional<JsonObject> json = JsonObject.parse(response.body());
        Optional<String> token = json.flatMap(o -> o.string("token")).filter(t -> !t.isEmpty());
        if (token.isEmpty()) {
            token = json.flatMap(o -> o.string("access_token")).filter(t -> !t.isEmpty());
        }
        long life = json.flatMap(o -> o.number("expires_in")).filter(n -> n > 0).orElse(DEFAULT_LIFE_SECONDS);
        Instant expiry = clock.instant().plusSeconds(Math.min(life, 86_400) - SAFETY_SECONDS);
        return new Token(checked(target, token.orElse("")), expiry);
    }

    private static String refreshForm(Challenge challenge, String scope, Credential login) {
        return "grant_type=refresh_token&client_id=drydock&service="
                + Target.encoded(challenge.parameter("service").orElse("")) + "&scope=" + Target.encoded(scope)
                + "&refresh_token=" + Target.encoded(login.secret());
    }

    private URI realm(Target target, Challenge challenge) throws RegistryFailure {
        try {
            URI realm = URI.create(challenge.parameter("realm").orElse(""));
            if (policy.allows(target.origin(), realm) && realm.getRawFragment() == null) {
                return realm;
            }
        } catch (IllegalArgumentException e) {
            // Told below, together with what is an address but not one to ask.
        }
        throw new RegistryFailure(
                Failed.Kind.BAD_ANSWER, target.origin() + " names a token service that must not be asked");
    }

    private static Failed refused(Target target, Origin service, int status, CredentialLookup lookup) {
        if (status >= 500) {
            return Failed.of(Failed.Kind.SERVER_ERROR, service + " answers with status " + status);
        }
        String what = lookup.credential().isPresent() ? "refuses the login" : "gives no token without a login";
        return Failed.of(
                Failed.Kind.DENIED,
                service + " " + what + " for " + target.domain() + " (" + status + ")"
                        + lookup.problem().map(p -> " (" + p + ")").orElse(""));
    }

    /** A token with other than visible ASCII could not be a header. */
    private static String checked(Target target, String token) throws RegistryFailure {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new RegistryFailure(Failed.Kind.BAD_ANSWER, "no usable token for " + target.domain());
        }
        return token;
    }
}
