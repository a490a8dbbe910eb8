package dev.drydock.transform.builtin.stages;

import dev.drydock.knowledge.RuntimeImages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code cargo build} and {@code cargo install}. */
final class RustToolchain implements Toolchain {
    private static final String INSTALLED = "/usr/local/cargo/bin/";

    /** Crates that link a library of the system, with the package of Debian that brings its headers. */
    private static final List<List<String>> LINKED = List.of(
            List.of("openssl-sys", "libssl-dev"),
            List.of("pq-sys", "libpq-dev"),
            List.of("libsqlite3-sys", "libsqlite3-dev"),
            List.of("mysqlclient-sys", "default-libmysqlclient-dev"),
            List.of("curl-sys", "libcurl4-openssl-dev"),
            List.of("libz-sys", "zlib1g-dev"),
            List.of("rdkafka-sys", "librdkafka-dev"),
            List.of("libudev-sys", "libudev-dev"));

    /** Crates whose name ends in -sys and that link nothing on Linux, or only what they compile themselves. */
    private static final Set<String> BUNDLED = Set.of(
            "linux-raw-sys",
            "windows-sys",
            "js-sys",
            "web-sys",
            "core-foundation-sys",
            "security-framework-sys",
            "zstd-sys",
            "libgit2-sys",
            "libssh2-sys",
            "libmimalloc-sys",
            "tikv-jemalloc-sys",
            "jemalloc-sys",
            "lz4-sys",
            "bzip2-sys",
            "dirs-sys",
            "ndk-sys",
            "objc-sys",
            "clang-sys",
            "system-configuration-sys",
            "aws-lc-sys",
            "inotify-sys",
            "kqueue-sys",
            "fsevent-sys",
            "openssl-src-sys");

    /** Crates that link a library of the system themselves, without a crate for its functions beside them; checked 2026-11. */
    private static final Set<String> LINKING = Set.of(
            "graphicsmagick",
            "libmapnik",
            "libusb1",
            "libxml",
            "magick_rust",
            "ncurses",
            "ncursesw",
            "opencv",
            "oracle",
            "ort",
            "pam",
            "pcap",
            "pyo3",
            "pyo3-ffi",
            "tch",
            "virt");

    @Override
    public String language() {
        return "Rust";
    }

    @Override
    public boolean isBuild(BuildStep step) {
        return step.runs("cargo")
                && (step.words().contains("build") || step.words().contains("install"));
    }

    @Override
    public Set<String> programs() {
        return Set.of("cargo", "rustup", "rustc");
    }

    @Override
    public SourceFiles sources() {
        return new SourceFiles(
                List.of(".rs", ".proto"),
                Set.of(
                        "Cargo.toml",
                        "Cargo.lock",
                        "Cargo.*",
                        "rust-toolchain",
                        "rust-toolchain.toml",
                        "rustfmt.toml",
                        "clippy.toml"),
                Set.of("src", "benches", "examples", "target", ".cargo"));
    }

    @Override
    public SplitPlan plan(SingleBuild build) {
        StartProgram start = StartProgram.of(build.stage());
        if (start.name().equals("cargo")) {
            throw new UnclearException("the container compiles the program each time it starts");
        }
        Artefact artefact = artefact(build, start);
        Set<String> libraries = new LinkedHashSet<>(List.of("ca-certificates"));
        Optional<List<String>> linked = linked(build);
        boolean alpine = build.isAlpine();
        boolean needsLibraries = !alpine && (linked.isEmpty() || !linked.get().isEmpty());
        RuntimeImages images = build.knowledge().runtimeImages();
        if (!alpine) {
            for (String headers : linked.orElse(List.of("libssl-dev"))) {
                libraries.addAll(images.libraries(headers, build.suite())
                        .orElseThrow(() -> new UnclearException(
                                "the Debian release of " + build.stage().image().text()
                                        + " is unknown, and with it the names of the libraries")));
            }
        } else if (linked.isEmpty() || !linked.get().isEmpty()) {
            throw new UnclearException("cannot tell which libraries the program needs on Alpine");
        }
        List<String> assumptions = new ArrayList<>(List.of("The program starts no other program of the build image."));
        if (linked.isEmpty()) {
            assumptions.add("The program needs no other library than those of C and OpenSSL.");
        }
        String runtime = DebianRuntime.of(build, build.runtime("rust"), needsLibraries);
        return new SplitPlan(runtime, List.of(artefact), new ArrayList<>(libraries), linked.isPresent(), assumptions);
    }

    private static Artefact artefact(SingleBuild build, StartProgram start) {
        if (!start.program().contains("/")) {
            boolean installs = build.steps().stream()
                    .anyMatch(step -> step.runs("cargo") && step.words().contains("install"));
            if (!installs || start.program().isEmpty()) {
                throw new UnclearException("cannot tell which program the container starts");
            }
            return new Artefact(INSTALLED + start.program(), "/usr/local/bin/" + start.program());
        }
        String path = build.startPath(start.program());
        boolean built = path.contains("/target/") || path.startsWith(INSTALLED) || build.isMovedTo(path);
        if (!built) {
            throw new UnclearException("the program that the container starts cannot be traced to the build");
        }
        return Artefact.at(path);
    }

    /** Returns the packages with the headers of the libraries that the lock file names; empty if there is none. */
    private static Optional<List<String>> linked(SingleBuild build) {
        Optional<String> lock = build.contextText("Cargo.lock");
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        List<String> headers = new ArrayList<>();
        for (String line : lock.get().split("\n", -1)) {
            String text = line.trim();
            if (!text.startsWith("name = \"") || !text.endsWith("\"")) {
                continue;
            }
            String crate = text.substring("name = \"".length(), text.length() - 1);
            if (!crate.endsWith("-sys") && !LINKING.contains(crate)) {
                continue;
            }
            Optional<String> known = LINKED.stream()
                    .filter(pair -> pair.get(0).equals(crate))
                    .map(pair -> pair.get(1))
                    .findFirst();
            if (known.isPresent()) {
                headers.add(known.get());
            } else if (!BUNDLED.contains(crate)) {
                throw new UnclearException("cannot tell which library the crate " + crate + " links");
            }
        }
        return Optional.of(headers);
    }
}
