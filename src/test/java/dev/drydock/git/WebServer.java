package dev.drydock.git;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Git's {@code http-backend} behind lighttpd, as Debian packages it, on this machine, with basic authentication. */
public final class WebServer implements AutoCloseable {
    private final Process process;
    private final int port;
    private final Path log;

    /** Returns the program, if it is installed. */
    public static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry, "lighttpd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Serves every repository in the folder {@code o} of {@code root} to one user. The folder is for what the server writes. */
    public WebServer(Path root, Path folder, String user, String password) throws IOException, InterruptedException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Files.createDirectories(folder);
        log = folder.resolve("access.log");
        Path users = Files.writeString(folder.resolve("users"), user + ":" + password + "\n");
        Path backend = Path.of(GitCommand.in(folder).run("--exec-path"), "git-http-backend");
        Path config = Files.writeString(
                folder.resolve("lighttpd.conf"),
                String.join(
                        "\n",
                        "server.modules = (\"mod_auth\", \"mod_authn_file\", \"mod_accesslog\", \"mod_setenv\", \"mod_alias\", \"mod_cgi\")",
                        "server.document-root = \"" + folder + "\"",
                        "server.bind = \"127.0.0.1\"",
                        "server.port = " + port,
                        "server.errorlog = \"" + folder.resolve("error.log") + "\"",
                        "accesslog.filename = \"" + log + "\"",
                        "alias.url = (\"/o\" => \"" + backend + "\")",
                        "cgi.assign = (\"\" => \"\")",
                        "setenv.set-environment = (\"GIT_PROJECT_ROOT\" => \"" + root.resolve("o")
                                + "\", \"GIT_HTTP_EXPORT_ALL\" => \"1\")",
                        "auth.backend = \"plain\"",
                        "auth.backend.plain.userfile = \"" + users + "\"",
                        "auth.require = (\"\" => (\"method\" => \"basic\", \"realm\" => \"git\", \"require\" => \"valid-user\"))",
                        ""));
        process = new ProcessBuilder(program().orElseThrow().toString(), "-D", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        await(folder);
    }

    private void await(Path folder) throws IOException, InterruptedException {
        while (process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        throw new IOException("lighttpd did not start: " + Files.readString(folder.resolve("output")));
    }

    /** Returns the address below which the repositories are. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends the server and returns what it wrote about the requests. */
    public String stop() throws IOException, InterruptedException {
        close();
        process.waitFor(10, TimeUnit.SECONDS);
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
