package dev.drydock.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Which certificate authorities are trusted for which host: those of the JDK, those that the user names, and for one
 * host those in its folder of Docker's {@code certs.d}. Authorities are added; none is ever taken away.
 */
final class Trust {
    private final RegistryOptions options;

    Trust(RegistryOptions options) {
        this.options = options;
    }

    /** Returns the files with additional authorities for this host, none when the JDK's own are all. */
    List<Path> authoritiesFor(Origin origin) {
        var files = new ArrayList<>(options.certificateAuthorities());
        for (Path directory : options.certificateDirectories()) {
            files.addAll(certificatesIn(directory.resolve(origin.host() + ":" + origin.port())));
            if (!origin.hostAndPort().contains(":" + origin.port())) {
                files.addAll(certificatesIn(directory.resolve(origin.host())));
            }
        }
        return files;
    }

    private static List<Path> certificatesIn(Path folder) {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.crt")) {
                found.forEach(files::add);
            } catch (IOException e) {
                // As for Docker, a folder that cannot be read adds nothing: the handshake will say what is missing.
                files.clear();
            }
        }
        files.sort(null);
        return files;
    }

    /** Returns the TLS settings that trust the authorities in these files besides those of the JDK. */
    static SSLContext contextWith(List<Path> files) throws RegistryFailure {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (X509Certificate certificate : defaultAuthorities()) {
                trusted.setCertificateEntry("jdk-" + count++, certificate);
            }
            for (Path file : files) {
                for (Certificate certificate : certificatesOf(file)) {
                    trusted.setCertificateEntry("added-" + count++, certificate);
                }
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new RegistryFailure(Failed.Kind.UNREACHABLE, "the certificate authorities cannot be loaded");
        }
    }

    private static Iterable<? extends Certificate> certificatesOf(Path file) throws RegistryFailure {
        try (InputStream in = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new RegistryFailure(Failed.Kind.UNREACHABLE, file + " cannot be read as PEM certificates");
        }
        throw new RegistryFailure(Failed.Kind.UNREACHABLE, file + " holds no PEM certificate");
    }

    private static List<X509Certificate> defaultAuthorities() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return List.of(x509.getAcceptedIssuers());
            }
        }
        return List.of();
    }
}
