package io.crackscope.cli;

import io.crackscope.cli.Services.LabelledImages;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.List;

/** Finds the labelled images for training and evaluation and says what was found. */
final class LabelledData {
    private final Services services;
    private final Console console;

    LabelledData(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    /** Scans {@code folders} and names what is refused. */
    LabelledImages scan(List<Path> folders, boolean quiet, Cancellation cancellation) {
        LabelledImages found;
        try (Progress progress = new Progress(console, console.text("cli.data.doing"), quiet)) {
            found = services.dataSets().scan(folders, progress, cancellation);
        }
        found.refused().forEach(no -> console.refused(no.file(), no.refusal()));
        if (found.images().isEmpty()) {
            if (!cancellation.isCancelled()) {
                console.note(console.text("cli.data.nothing"));
            }
        } else if (!quiet) {
            console.line(console.text(
                    "cli.data.found",
                    found.images().size(),
                    count(found.images(), Label.CRACK),
                    count(found.images(), Label.NO_CRACK)));
            console.line(console.text(
                    "cli.data.left_out",
                    found.duplicates(),
                    found.unlabelled(),
                    found.refused().size()));
        }
        return found;
    }

    static long count(List<LabelledImage> images, Label label) {
        return images.stream().filter(image -> image.label() == label).count();
    }
}
