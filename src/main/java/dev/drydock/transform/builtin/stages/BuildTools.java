package dev.drydock.transform.builtin.stages;

import dev.drydock.knowledge.RuntimeImages;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.PackageOperand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compilers and headers among the packages that commands install. */
final class BuildTools {
    private static final List<String> COMPILERS = List.of(
            "gcc",
            "g++",
            "clang",
            "make",
            "cmake",
            "build-essential",
            "build-base",
            "gfortran",
            "autoconf",
            "automake");

    private BuildTools() {}

    static boolean areInstalled(SingleBuild build) {
        return build.steps().stream().anyMatch(step -> !of(build, step).isEmpty());
    }

    /** Returns the compilers and development packages that a command installs and no command removes. */
    static List<PackageOperand> of(SingleBuild build, BuildStep step) {
        RuntimeImages images = build.knowledge().runtimeImages();
        RemovedPackages removed = build.removedPackages();
        Stream<PackageOperand> apt = AptGet.from(step.invocation()).filter(view -> view.does("install")).stream()
                .flatMap(view -> view.packages().stream());
        Stream<PackageOperand> apk = Apk.from(step.invocation()).filter(view -> view.does("add")).stream()
                .flatMap(view -> view.packages().stream());
        return Stream.concat(apt, apk)
                .filter(operand -> operand.name()
                        .filter(name -> COMPILERS.contains(name) || (name.endsWith("-dev") && images.isForBuild(name)))
                        .filter(name -> !removed.holds(step, name))
                        .isPresent())
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
