package io.crackscope.ui.dataset;

import io.crackscope.dataset.ListedImage;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.ui.common.PictureImages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one image for the screen at a time; a request takes the place of the one before. JavaFX thread only. */
final class PreviewPictures {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewPictures.class);
    private static final long SCREEN_PIXELS = 8_000_000;

    private final JobRunner runner;
    private final PhotoReader reader;
    private Cancellation loading = new Cancellation();

    /** What came of reading an image. */
    sealed interface Shown {
        record Read(Image image, PhotoFacts facts) implements Shown {}

        record Unreadable(Refusal refusal) implements Shown {}
    }

    PreviewPictures(JobRunner runner, PhotoReader reader) {
        this.runner = runner;
        this.reader = reader;
    }

    void request(ListedImage image, Consumer<Shown> answer) {
        cancel();
        loading = runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Shown>)
                        (publish, cancellation) -> switch (reader.read(image.file(), SCREEN_PIXELS, cancellation)) {
                            case PhotoReading.Decoded(var picture, PhotoFacts facts, int subsampling) ->
                                new Shown.Read(PictureImages.of(picture), facts);
                            case PhotoReading.Refused(Refusal refusal) -> new Shown.Unreadable(refusal);
                        },
                new JobRunner.Listener<Void, Shown>() {
                    @Override
                    public void done(Shown shown) {
                        answer.accept(shown);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        LOG.error("cannot show {}", image.file(), failure);
                    }
                });
    }

    void cancel() {
        loading.cancel();
    }
}
