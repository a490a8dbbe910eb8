package dev.drydock.cli;

import dev.drydock.report.ReportFormat;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The format of a report. */
final class FormatOption {
    @Option(
            names = {"-f", "--format", "--output-format"},
            paramLabel = "FORMAT",
            converter = Converter.class,
            description = "text (default), json, sarif, github, gitlab, checkstyle, junit, markdown or diff.")
    ReportFormat format;

    ReportFormat orText() {
        return format == null ? ReportFormat.TEXT : format;
    }

    static final class Converter implements ITypeConverter<ReportFormat> {
        @Override
        public ReportFormat convert(String name) {
            return ReportFormat.of(name)
                    .orElseThrow(() -> new TypeConversionException("\"" + name + "\" is not one of "
                            + Arrays.stream(ReportFormat.values())
                                    .map(ReportFormat::label)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
