package dev.drydock.registry;

import java.util.Optional;

/**
 * What the user's configuration holds for one registry.
 *
 * @param credential the login, empty when there is none
 * @param problem why a configured login could not be had, in one line without any part of it
 */
record CredentialLookup(Optional<Credential> credential, Optional<String> problem) {

    static CredentialLookup none() {
        return new CredentialLookup(Optional.empty(), Optional.empty());
    }

    static CredentialLookup found(Credential credential) {
        return new CredentialLookup(Optional.of(credential), Optional.empty());
    }

    static CredentialLookup problem(String problem) {
        return new CredentialLookup(Optional.empty(), Optional.of(problem));
    }
}
