package dev.drydock.git;

import java.util.Optional;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * The user name and token for one remote. They are given to that host and port alone, and over plain HTTP only on this
 * machine.
 */
public final class GitCredentials {
    private final String user;
    private final AccessToken token;

    public GitCredentials(String user, AccessToken token) {
        this.user = user;
        this.token = token;
    }

    String mask(String text) {
        return token.mask(text, user);
    }

    CredentialsProvider providerFor(RemoteUrl remote) {
        return new Provider(remote, Optional.of(this));
    }

    /** A provider that has nothing to offer and asks nobody. */
    static CredentialsProvider none(RemoteUrl remote) {
        return new Provider(remote, Optional.empty());
    }

    @Override
    public String toString() {
        return user + ":***";
    }

    private static final class Provider extends CredentialsProvider {
        private final RemoteUrl remote;
        private final Optional<GitCredentials> credentials;
        private int asked;

        Provider(RemoteUrl remote, Optional<GitCredentials> credentials) {
            this.remote = remote;
            this.credentials = credentials;
        }

        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public boolean supports(CredentialItem... items) {
            for (CredentialItem item : items) {
                if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                    return false;
                }
            }
            return credentials.isPresent();
        }

        @Override
        public boolean get(URIish uri, CredentialItem... items) throws UnsupportedCredentialItem {
            // Asked a third time means that the remote has refused what it was given.
            if (credentials.isEmpty() || !isMeant(uri) || ++asked > 2 || !supports(items)) {
                return false;
            }
            for (CredentialItem item : items) {
                if (item instanceof CredentialItem.Username name) {
                    name.setValue(credentials.get().user);
                } else if (item instanceof CredentialItem.Password password) {
                    password.setValue(credentials.get().token.reveal().toCharArray());
                }
            }
            return true;
        }

        private boolean isMeant(URIish uri) {
            boolean secure = "https".equals(uri.getScheme());
            boolean local = "http".equals(uri.getScheme()) && remote.isLoopback();
            return (secure || local)
                    && remote.host().equalsIgnoreCase(uri.getHost())
                    && port(remote.port(), secure) == port(uri.getPort(), secure);
        }

        private static int port(int given, boolean secure) {
            return given > 0 ? given : secure ? 443 : 80;
        }
    }
}
