package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MaskingTest {
    private final Masking masking = new Masking();
    private final StringWriter printed = new StringWriter();
    private final PrintWriter out = masking.over(new PrintWriter(printed));

    @Test
    void masksAValueThatIsPrintedInParts() {
        masking.add("hunter2-long");
        out.print("password: hunter2");
        out.print("-long\n");
        out.flush();

        assertThat(printed).hasToString("password: ********\n");
    }

    @Test
    void masksTheLongerOfTwoValuesFirst() {
        masking.add("hunter2");
        masking.add("hunter2-long");
        out.print("hunter2-long hunter2\n");
        out.flush();

        assertThat(printed).hasToString("******** ********\n");
    }

    @Test
    void leavesWordsThatAreTooShortToBeSecrets() {
        masking.add("a");
        out.print("a cat\n");
        out.flush();

        assertThat(printed).hasToString("a cat\n");
    }
}
