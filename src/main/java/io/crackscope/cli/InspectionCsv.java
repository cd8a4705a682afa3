package io.crackscope.cli;

import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.reporting.CsvRows;
import io.crackscope.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes {@code inspect --csv}: one row a photo, without its tiles. */
final class InspectionCsv implements InspectionSink {
    private final OutputFile file;
    private final CsvRows csv;
    private final Messages messages;

    InspectionCsv(OutputFile file, Messages messages) throws IOException {
        this.file = file;
        this.csv = new CsvRows(file.stream());
        this.messages = messages;
        csv.row("path", "status", "reason", "verdict", "probability", "width", "height", "millis", "taken", "overlay");
    }

    @Override
    public void photo(InspectionOutcome outcome, @Nullable Path overlay) throws IOException {
        String path = outcome.file().toString();
        switch (outcome) {
            case InspectionOutcome.Inspected done ->
                csv.row(
                        path,
                        "inspected",
                        "",
                        done.verdict().word(),
                        done.probability(),
                        done.facts().width(),
                        done.facts().height(),
                        done.millis(),
                        done.facts().taken().map(Object::toString).orElse(""),
                        overlay == null ? "" : overlay.toString());
            case InspectionOutcome.Refused refused ->
                csv.row(path, "refused", messages.refusal(refused.refusal()), "", "", "", "", "", "", "");
        }
    }

    @Override
    public void finish(boolean complete) throws IOException {
        file.commit();
    }
}
