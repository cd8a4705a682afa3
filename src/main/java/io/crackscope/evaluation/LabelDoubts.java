package io.crackscope.evaluation;

import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.SimilarPictures;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.util.ArrayList;
import java.util.List;

/** Finds images whose labels contradict each other. */
public final class LabelDoubts {
    private LabelDoubts() {}

    /**
     * How many of {@code images} look almost the same as one with the other label.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static int nearBothWays(
            List<LabelledImage> images, ImageLooks looks, ProgressListener progress, Cancellation cancellation) {
        List<LabelledImage> seen = new ArrayList<>();
        List<PerceptualHash> hashes = new ArrayList<>();
        int done = 0;
        for (LabelledImage image : images) {
            cancellation.throwIfCancelled();
            looks.of(image).ifPresent(hash -> {
                seen.add(image);
                hashes.add(hash);
            });
            progress.progress(++done, images.size());
        }
        SimilarPictures all = new SimilarPictures(
                hashes.stream().mapToLong(PerceptualHash::steps).toArray(),
                hashes.stream().mapToLong(PerceptualHash::frequencies).toArray());
        int count = 0;
        for (int i = 0; i < seen.size(); i++) {
            boolean[] contradicted = {false};
            LabelledImage image = seen.get(i);
            all.near(hashes.get(i), number -> {
                contradicted[0] = seen.get(number).label() != image.label();
                return !contradicted[0];
            });
            count += contradicted[0] ? 1 : 0;
        }
        return count;
    }
}
