package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.checklist.Question;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecklistRulesTest {
    @Test
    void thereAreThirteenQuestionsWithNamesOfTheirOwn() {
        assertThat(Question.values()).hasSize(13);
        assertThat(Stream.of(Question.values()).map(Question::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleOfAQuestionIsInTheCatalogue() {
        Catalogue catalogue = Catalogue.of(Path.of("transforms"), BuiltInTransforms.all());
        List<String> unknown = Stream.of(Question.values())
                .flatMap(question -> question.rules().stream())
                .filter(rule -> catalogue.byId(rule).isEmpty())
                .toList();
        assertThat(unknown).isEmpty();
    }
}
