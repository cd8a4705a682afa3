package io.crackscope.ui.report;

import io.crackscope.domain.ModelStamp;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.project.InspectionProject;
import io.crackscope.reporting.ModelUse;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What reports are made of.
 *
 * @param project the one that is open; asked on the JavaFX thread
 * @param reader of the photo files
 * @param models what is known of a model; asked on other threads
 * @param program with its version
 * @param now the time
 */
public record ReportParts(
        Supplier<Optional<InspectionProject>> project,
        PhotoReader reader,
        Function<ModelStamp, Optional<ModelUse.ModelFacts>> models,
        String program,
        Supplier<ZonedDateTime> now) {}
