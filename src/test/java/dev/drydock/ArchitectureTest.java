package dev.drydock;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between packages: each layer may use its own packages and those of the layers before it. */
class ArchitectureTest {
    private static final String ROOT = "dev.drydock.";

    /** From the bottom to the top. Packages of one layer do not know each other. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("text"),
            List.of("syntax"),
            List.of("dockerfile", "shell", "yaml", "image"),
            List.of("knowledge"),
            List.of("compose"),
            List.of("ignorefile"),
            List.of("script"),
            List.of("model"),
            List.of("project"),
            List.of("evidence"),
            List.of("written"),
            List.of("container"),
            List.of("edit"),
            List.of("transform"),
            List.of("catalogue"),
            List.of("engine"),
            List.of("trial"),
            List.of("checklist"),
            List.of("report"),
            List.of("api"),
            List.of("lock"),
            List.of("registry"),
            List.of("discovery"),
            List.of("files"),
            List.of("git"),
            List.of("forge"),
            List.of("pullrequest"),
            List.of("bot"),
            List.of("config"),
            List.of("proposal"),
            List.of("cli"));

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.drydock");
    }

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyTheLayersBelow() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < LAYERS.size(); i++) {
            for (String name : LAYERS.get(i)) {
                List<String> forbidden = new ArrayList<>(LAYERS.get(i));
                forbidden.remove(name);
                LAYERS.subList(i + 1, LAYERS.size()).forEach(forbidden::addAll);
                if (forbidden.isEmpty()) {
                    continue;
                }
                ArchRule rule = noClasses()
                        .that()
                        .resideInAPackage(ROOT + name + "..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(forbidden.stream()
                                .map(other -> ROOT + other + "..")
                                .toArray(String[]::new)))
                        .allowEmptyShould(true);
                tests.add(DynamicTest.dynamicTest(name, () -> rule.check(classes)));
            }
        }
        return tests.stream();
    }

    @Test
    void everyPackageHasALayer() {
        List<String> known = LAYERS.stream().flatMap(List::stream).toList();
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        known.stream().map(name -> ROOT + name + "..").toArray(String[]::new))
                .should()
                .resideInAPackage("dev.drydock..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void packagesDoNotFormCircles() {
        slices().matching("dev.drydock.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void transformsKnowNoParser() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "transform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "dockerfile.parse..", ROOT + "yaml.parse..", ROOT + "shell.parse..")
                .check(classes);
    }

    @Test
    void onlyTheCommandLineTalksToTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    @Test
    void onlyTrialsAndLoginHelpersStartProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "trial..", ROOT + "registry..", ROOT + "git..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(classes);
    }

    @Test
    void transformsReadNoDiskClockOrNetwork() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "transform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(classes);
    }
}
