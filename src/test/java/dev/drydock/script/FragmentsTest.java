package dev.drydock.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.ShellNode;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.parse.YamlParser;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which pieces of a file a shell reads, and what it sees there. */
class FragmentsTest {
    private static String commands(List<Fragment> fragments) {
        return fragments.stream()
                .map(fragment -> fragment.script().isOpaque()
                        ? "opaque"
                        : fragment.script()
                                .simpleCommands()
                                .map(ShellNode::text)
                                .collect(Collectors.joining("; ")))
                .collect(Collectors.joining("\n"));
    }

    private static String makefile(String text) {
        return commands(Makefile.read(SourceText.of(text)));
    }

    private static String workflow(String text) {
        return commands(Workflow.read(YamlParser.parse(SourceText.of(text))));
    }

    @Test
    void aScriptOfAnotherProgramHasNone() {
        assertThat(ShellFile.read(SourceText.of("#!/usr/bin/env -S python3 -u\nprint()\n")))
                .isEmpty();
        assertThat(commands(ShellFile.read(SourceText.of("\uFEFF#!/usr/bin/env bash\necho a\n"))))
                .isEqualTo("echo a");
    }

    @Test
    void everyRecipeLineIsAScript() {
        assertThat(makefile("a: b\n\t@-echo $(A) $$B $@ $(call f,x y)z\n\n\techo \\\n\t  c\n"))
                .isEqualTo("echo ${A} $B $_ ${__________}z\necho \\\n  c");
    }

    @Test
    void tabsOutsideOfRulesAreNoRecipes() {
        assertThat(makefile(
                        "A = x \\\n\techo a\nifdef A\n\techo b\nendif\ndefine F\n\techo c\nendef\nB := 1\n\techo d\n"))
                .isEmpty();
    }

    @Test
    void aMakefileWithAnotherShellHasNone() {
        assertThat(makefile("SHELL := /usr/bin/python3\na:\n\techo a\n")).isEmpty();
        assertThat(makefile("SHELL = /bin/bash -e\na:\n\techo a\n")).isEqualTo("echo a");
        assertThat(makefile(".RECIPEPREFIX = >\na:\n\techo a\n")).isEmpty();
    }

    @Test
    void scalarsOfEveryStyleAreRead() {
        assertThat(workflow("""
                        jobs:
                          a:
                            runs-on: ubuntu-latest
                            steps:
                              - run: echo a
                              - run: 'echo b'
                              - run: "echo c"
                              - run: |-
                                  echo d
                                  echo ${{ x }}
                              - run: >
                                  echo e
                                  f
                              - run: echo g
                                  h
                              - run: "echo \\"i\\""
                        """)).isEqualTo("echo a\necho b\necho c\necho d; echo ${_____}\necho e f\necho g h");
    }

    @Test
    void otherShellsAreLeftOut() {
        assertThat(workflow("""
                        jobs:
                          a:
                            runs-on: windows-latest
                            steps:
                              - run: echo a
                              - run: echo b
                                shell: bash
                          b:
                            runs-on: ubuntu-latest
                            defaults: {run: {shell: pwsh}}
                            steps:
                              - run: echo c
                        """)).isEqualTo("echo b");
    }

    @Test
    void itemsOfAPipelineAreScripts() {
        assertThat(workflow("""
                        image: docker
                        before_script: echo a
                        test:
                          script:
                            - echo b
                            - [echo, "echo c"]
                          variables: {script: echo d}
                        """)).isEqualTo("echo a\necho b\necho c");
    }

    @Test
    void aCommandOfAUnitHasNoOperators() {
        String unit = """
                [Service]
                ExecStartPre=-/bin/a %i \\
                  # why
                  b
                ExecStart=/bin/c; d
                ExecStop=/bin/e > f
                Environment=x
                ExecReload=/bin/g `h`
                ExecStopPost=/bin/i "$J"
                """;
        assertThat(commands(Unit.read(SourceText.of(unit)))).isEqualTo("/bin/a $_    b\n/bin/i \"$J\"");
    }

    @Test
    void onlyBlocksOfAShellAreRead() {
        String text = """
                ```sh
                echo a
                ```
                ~~~ yaml
                echo b
                ~~~
                  ````bash
                  echo c
                  ```
                  ````
                ```console
                $ echo d \\
                > e
                out
                $ echo f
                ```
                ```
                echo g
                ```
                ```sh
                echo h
                """;
        assertThat(commands(MarkdownFile.read(SourceText.of(text)))).isEqualTo("echo a\nopaque\necho d \\\ne\necho f");
    }

    @Test
    void placesAreThoseOfTheFile() {
        String text = "a:\n\t@echo $$X \\\n\t  \"b c\"\n";
        Fragment fragment = Makefile.read(SourceText.of(text)).get(0);
        List<String> words = fragment.script().simpleCommands().findFirst().orElseThrow().words().stream()
                .map(word -> text.substring(
                        word.rangeInFile().start(), word.rangeInFile().end()))
                .toList();
        assertThat(words).containsExactly("echo", "$$X", "\"b c\"");
    }
}
