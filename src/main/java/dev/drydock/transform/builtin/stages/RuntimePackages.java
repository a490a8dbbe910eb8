package dev.drydock.transform.builtin.stages;

import dev.drydock.knowledge.Recommends;
import dev.drydock.knowledge.RuntimeImages;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.PackageOperand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of the packages that a build installs the container needs: the libraries behind development packages, and
 * whatever is not known to be a build tool.
 *
 * @param needed the packages for the runtime stage, in the order of the file
 * @param left the packages that stay in the build stage
 */
record RuntimePackages(List<String> needed, List<String> left) {
    /** Headers of the C library and of the kernel, which every program links. */
    private static final Set<String> HEADERS_ONLY =
            Set.of("musl-dev", "libc-dev", "libc6-dev", "dpkg-dev", "linux-libc-dev", "libtool-dev");

    /** The releases whose libraries the knowledge base names. */
    private static final Set<String> SUITES = Set.of("bookworm", "trixie");

    RuntimePackages {
        needed = List.copyOf(needed);
        left = List.copyOf(left);
    }

    static RuntimePackages of(SingleBuild build) {
        return of(build, Set.of());
    }

    /** Sorts the packages of a build, of which {@code tools} are known to serve nothing else. */
    static RuntimePackages of(SingleBuild build, Set<String> tools) {
        Set<String> needed = new LinkedHashSet<>();
        Set<String> left = new LinkedHashSet<>();
        for (BuildStep step : build.steps()) {
            for (PackageOperand operand : installed(step)) {
                boolean named = operand.kind() == PackageOperand.Kind.NAME
                        && operand.name().isPresent()
                        && !operand.word().hasGlob();
                if (!named) {
                    throw new UnclearException("cannot tell which packages line " + step.line() + " installs");
                }
                if (tools.contains(operand.name().get())
                        || build.removedPackages().holds(step, operand.name().get())) {
                    left.add(operand.name().get());
                } else {
                    sort(build, operand.name().get(), needed, left);
                }
            }
            needed.addAll(recommended(build, step, needed));
        }
        return new RuntimePackages(new ArrayList<>(needed), new ArrayList<>(left));
    }

    /** The runtime stage installs without recommended packages: those that the needed ones cannot do without are named. */
    private static List<String> recommended(SingleBuild build, BuildStep step, Set<String> needed) {
        Optional<AptGet> apt = AptGet.from(step.invocation());
        if (apt.isEmpty() || !apt.get().does("install") || apt.get().has("--no-install-recommends")) {
            return List.of();
        }
        List<String> named = installed(step).stream()
                .flatMap(operand -> operand.name().stream())
                .filter(needed::contains)
                .toList();
        return build.knowledge().recommends().additions(named, build.suite()).mustAdd().stream()
                .map(Recommends.Addition::name)
                .toList();
    }

    private static List<PackageOperand> installed(BuildStep step) {
        Optional<AptGet> apt = AptGet.from(step.invocation());
        if (apt.isPresent()) {
            boolean clear = !apt.get().invocation().hasHiddenOperands()
                    && !apt.get().line().mayHideOptions()
                    && (!apt.get().installs() || apt.get().does("install"));
            boolean upgrade = apt.get().does("upgrade", "dist-upgrade");
            if (!clear && !upgrade) {
                throw new UnclearException("cannot tell which packages line " + step.line() + " installs");
            }
            return apt.get().packages();
        }
        Optional<Apk> apk = Apk.from(step.invocation());
        if (apk.isPresent() && apk.get().does("add")) {
            if (apk.get().invocation().hasHiddenOperands() || apk.get().line().mayHideOptions()) {
                throw new UnclearException("cannot tell which packages line " + step.line() + " installs");
            }
            return apk.get().packages();
        }
        return List.of();
    }

    private static void sort(SingleBuild build, String name, Set<String> needed, Set<String> left) {
        RuntimeImages images = build.knowledge().runtimeImages();
        if (!images.isForBuild(name)) {
            needed.add(name);
            return;
        }
        left.add(name);
        if (name.equals("gfortran")) {
            throw new UnclearException("cannot tell which libraries of Fortran the program needs");
        }
        boolean interpreter = name.startsWith("python") && build.imageName().equals("python");
        if (!name.endsWith("-dev") || HEADERS_ONLY.contains(name) || interpreter) {
            return;
        }
        if (build.isAlpine()) {
            throw new UnclearException("cannot tell which library " + name + " stands for on Alpine");
        }
        List<String> libraries = images.libraries(name, build.suite())
                .orElseThrow(() -> new UnclearException("cannot tell which library " + name + " stands for"));
        if (!libraries.isEmpty() && build.suite().filter(SUITES::contains).isEmpty()) {
            throw new UnclearException("cannot tell which library " + name + " stands for in this release");
        }
        needed.addAll(libraries);
    }
}
