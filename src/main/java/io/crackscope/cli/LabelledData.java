package io.crackscope.cli;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the labelled images for training and evaluation and says what was found. */
final class LabelledData {
    private final Services services;
    private final Console console;

    LabelledData(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    /** Scans {@code folders} and names what is refused. */
    Dataset scan(List<Path> folders, boolean quiet, Cancellation cancellation) {
        Dataset found;
        try (Progress progress = new Progress(console, console.text("cli.data.doing"), quiet)) {
            found = services.data().scan(folders, progress, cancellation);
        }
        say(found, quiet, cancellation);
        return found;
    }

    /** Says what was found, and names what is refused. */
    void say(Dataset found, boolean quiet, Cancellation cancellation) {
        found.unlabelled().forEach(folder -> console.note(console.text("cli.data.unlabelled", folder.toString())));
        found.conflicts()
                .forEach(conflict -> console.note(console.text(
                        "cli.data.conflict",
                        conflict.files().stream().map(Path::toString).collect(Collectors.joining(", ")))));
        found.refused().forEach(no -> console.refused(no.path(), no.refusal()));
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
                    found.duplicates().size(),
                    found.conflicts().size(),
                    found.refused().size()));
        }
    }

    static long count(List<LabelledImage> images, Label label) {
        return images.stream().filter(image -> image.label() == label).count();
    }
}
