package dev.drydock.engine;

import dev.drydock.edit.Rewrite;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The lines that the sentences of a finding name. A transform judges the text as earlier rules left it and says {@code line 12} of
 * its own file; who reads the report has the file as it was before the run.
 */
final class LineNames {
    private static final String LINE = "line ";
    /** Longer numbers are no lines. */
    private static final int MOST_DIGITS = 7;

    private final Project now;
    private final Trails trails;

    LineNames(Project now, Trails trails) {
        this.now = now;
        this.trails = trails;
    }

    /** Returns the finding with all its sentences about lines of the original file. */
    Finding ofOriginal(Finding finding) {
        Optional<ProjectFile> file = now.file(finding.path()).filter(found -> trails.isChanged(finding.path()));
        return file.map(found -> new Finding(
                        finding.transform(),
                        finding.path(),
                        finding.range(),
                        finding.message(),
                        outcome(finding.outcome(), found)))
                .orElse(finding);
    }

    private Outcome outcome(Outcome outcome, ProjectFile file) {
        if (outcome instanceof Outcome.Repair repair) {
            Rewrite rewrite = repair.rewrite();
            return new Outcome.Repair(rewrite.withAssumptions(sentences(rewrite.assumptions(), file))
                    .withNotes(sentences(rewrite.notes(), file)));
        }
        if (outcome instanceof Outcome.Abstained abstained) {
            return new Outcome.Abstained(sentence(abstained.reason(), file));
        }
        if (outcome instanceof Outcome.Advice advice) {
            return new Outcome.Advice(sentence(advice.advice(), file));
        }
        return new Outcome.NotNeeded(sentence(((Outcome.NotNeeded) outcome).reason(), file));
    }

    private List<String> sentences(List<String> sentences, ProjectFile file) {
        return sentences.stream().map(sentence -> sentence(sentence, file)).toList();
    }

    private String sentence(String sentence, ProjectFile file) {
        StringBuilder result = new StringBuilder(sentence.length());
        int copied = 0;
        for (int at = sentence.indexOf(LINE); at >= 0; at = sentence.indexOf(LINE, at + 1)) {
            int start = at + LINE.length();
            int end = start;
            while (end < sentence.length() && Character.isDigit(sentence.charAt(end))) {
                end++;
            }
            boolean word = at == 0 || !Character.isLetterOrDigit(sentence.charAt(at - 1));
            if (word && end > start && end - start <= MOST_DIGITS) {
                int line = Integer.parseInt(sentence.substring(start, end));
                result.append(sentence, copied, start).append(original(line, file));
                copied = end;
            }
        }
        return result.append(sentence, copied, sentence.length()).toString();
    }

    private int original(int line, ProjectFile file) {
        if (line < 1 || line > file.source().lineCount()) {
            return line;
        }
        TextRange place = TextRange.at(file.source().lineStart(line));
        ProjectPath path = file.path();
        return trails.location(now, path, place).line();
    }
}
