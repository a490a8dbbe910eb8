package dev.drydock.registry;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate for loopback, made on the spot with the keytool of the running JDK: no key is shipped. */
final class PrivateAuthority {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** The certificate, in PEM form. */
    final Path certificate;
    /** The key store that holds the private key, in PKCS#12 form. */
    final Path keyStore;

    private PrivateAuthority(Path certificate, Path keyStore) {
        this.certificate = certificate;
        this.keyStore = keyStore;
    }

    static PrivateAuthority in(Path directory) throws Exception {
        Path store = directory.resolve("server.p12");
        Path certificate = directory.resolve("ca.crt");
        keytool(
                store,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "2",
                "-dname",
                "CN=drydock test",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-ext",
                "bc:c=ca:true");
        keytool(store, "-exportcert", "-rfc", "-alias", "server", "-file", certificate.toString());
        return new PrivateAuthority(certificate, store);
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] output = process.getInputStream().readAllBytes();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("keytool failed: " + new String(output, StandardCharsets.UTF_8));
        }
    }

    SSLContext serverContext() throws Exception {
        KeyStore keys = keys();
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    PrivateKey privateKey() throws Exception {
        return (PrivateKey) keys().getKey("server", PASSWORD);
    }
}
