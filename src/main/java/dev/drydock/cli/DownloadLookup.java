package dev.drydock.cli;

import dev.drydock.lock.LockFile;
import dev.drydock.registry.DownloadDigests;
import dev.drydock.report.Printable;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Collection;

/** Looks up the checksums of the files that Dockerfiles fetch, and keeps them in the lock file. */
final class DownloadLookup {
    private final DownloadDigests digests;
    private final PrintWriter err;
    private int failures;

    DownloadLookup(DownloadDigests digests, PrintWriter err) {
        this.digests = digests;
        this.err = err;
    }

    /** Returns the lock file with the checksums of these addresses; what cannot be fetched is told and left out. */
    LockFile addTo(LockFile lock, Collection<String> addresses) {
        LockFile content = lock;
        for (String address : addresses) {
            try {
                if (!LockFile.isAddress(address)) {
                    throw new IllegalArgumentException();
                }
                content = content.withChecksum(address, digests.sha256(URI.create(address)));
            } catch (IllegalArgumentException e) {
                // It may hold a login, so it is not printed.
                failed("skipped an ADD source: not an http(s) URL, or it contains credentials");
            } catch (DownloadDigests.DownloadException e) {
                failed(Printable.of(address) + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted", e);
            }
        }
        return content;
    }

    private void failed(String message) {
        failures++;
        err.print("drydock: " + message + "\n");
    }

    int failures() {
        return failures;
    }
}
