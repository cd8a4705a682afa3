package io.crackscope.dataset;

import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.SimilarPictures;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a split lets the network see of the images that judge it.
 *
 * @param validation what of the validation part is in the training part
 * @param test what of the test part is in the training or validation part
 */
public record SplitLeaks(Part validation, Part test) {

    /**
     * How much of one part is known from the parts before it. An image may count as near and in a known group.
     *
     * @param images images of the part
     * @param same images whose bytes are in an earlier part
     * @param near images that are not the same but look almost the same as one there
     * @param sameGroup images whose group (photo, run of numbers, cluster) is in an earlier part
     * @param groups groups of the part that are in an earlier part
     */
    public record Part(int images, int same, int near, int sameGroup, int groups) {
        /** Whether any image of the part is known in some way. */
        public boolean leaks() {
            return same + near + sameGroup > 0;
        }
    }

    /** Whether validation or test part know something of what they should not. */
    public boolean any() {
        return validation.leaks() || test.leaks();
    }

    /**
     * Counts the leaks of {@code split}; decodes all images unless {@code looks} has them already.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static SplitLeaks of(Split split, ImageLooks looks, ProgressListener progress, Cancellation cancellation) {
        return of(split.train(), split.validation(), split.test(), looks, progress, cancellation);
    }

    /** As the other method, for parts that no {@link Split} has checked. */
    static SplitLeaks of(
            List<LabelledImage> train,
            List<LabelledImage> validation,
            List<LabelledImage> test,
            ImageLooks looks,
            ProgressListener progress,
            Cancellation cancellation) {
        long total = (long) train.size() + validation.size() + test.size();
        Earlier earlier = new Earlier(looks, progress, cancellation, total);
        earlier.learn(train);
        Part ofValidation = earlier.compare(validation);
        earlier.learn(validation);
        return new SplitLeaks(ofValidation, earlier.compare(test));
    }

    private static final class Earlier {
        private final ImageLooks looks;
        private final ProgressListener progress;
        private final Cancellation cancellation;
        private final long total;
        private final Set<String> digests = new HashSet<>();
        private final Set<String> groups = new HashSet<>();
        private final List<PerceptualHash> hashes = new ArrayList<>();
        private long done;

        Earlier(ImageLooks looks, ProgressListener progress, Cancellation cancellation, long total) {
            this.looks = looks;
            this.progress = progress;
            this.cancellation = cancellation;
            this.total = total;
        }

        void learn(List<LabelledImage> images) {
            for (LabelledImage image : images) {
                digests.add(image.sha256());
                groups.add(image.group());
                look(image).ifPresent(hashes::add);
            }
        }

        Part compare(List<LabelledImage> images) {
            SimilarPictures known = new SimilarPictures(
                    hashes.stream().mapToLong(PerceptualHash::steps).toArray(),
                    hashes.stream().mapToLong(PerceptualHash::frequencies).toArray());
            int same = 0;
            int near = 0;
            int sameGroup = 0;
            Set<String> shared = new HashSet<>();
            for (LabelledImage image : images) {
                if (digests.contains(image.sha256())) {
                    same++;
                } else if (look(image).filter(known::anyNear).isPresent()) {
                    near++;
                }
                if (groups.contains(image.group())) {
                    sameGroup++;
                    shared.add(image.group());
                }
            }
            return new Part(images.size(), same, near, sameGroup, shared.size());
        }

        private Optional<PerceptualHash> look(LabelledImage image) {
            cancellation.throwIfCancelled();
            Optional<PerceptualHash> hash = looks.of(image);
            done = Math.min(total, done + 1);
            progress.progress(done, total);
            return hash;
        }
    }
}
