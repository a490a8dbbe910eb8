package dev.drydock.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Wires the process to the command line. */
public final class Main {
    /** What prints the version and nothing else; no command line is built for it. */
    private static final List<String> VERSION = List.of("--version", "-V", "version");

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Files are UTF-8 whatever the locale says, and so is what is printed of them.
        Pipe output = new Pipe(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = writer(output);
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            out.print("drydock " + VersionCommand.version() + "\n");
            System.exit(ended(ExitCodes.OK, output, out, err));
        }
        // The launcher knows; the JVM can only say whether input and output both are one, and since 22 not even that.
        Surroundings surroundings = Surroundings.of(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                System.in,
                Boolean.getBoolean("drydock.terminal"),
                Boolean.getBoolean("drydock.terminal.error"));
        int code = Drydock.execute(surroundings, out, err, arguments);
        System.exit(ended(code, output, out, err));
    }

    /** Writes out what is left, and returns the exit code when that is done. */
    private static int ended(int code, Pipe output, PrintWriter out, PrintWriter err) {
        out.flush();
        int ended = code;
        if (out.checkError() && !output.isClosed() && code != ExitCodes.ERROR) {
            err.print("drydock: error: cannot write to standard output\n");
            ended = ExitCodes.ERROR;
        }
        err.flush();
        return ended;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 15), false);
    }
}
