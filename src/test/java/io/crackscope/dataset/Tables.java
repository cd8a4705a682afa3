package io.crackscope.dataset;

import io.crackscope.domain.Label;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.PictureQuality;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes data sets for tests, image by image, without a file on disk. */
public final class Tables {
    private final Path folder;
    private final List<ListedImage> images = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Random random = new Random(1);

    public Tables(Path folder) {
        this.folder = folder;
    }

    /** Adds an ordinary image that looks like no other, named {@code crack/7.jpg} or so. */
    public Tables add(Label label, String group) {
        return add(label, group, measures("digest " + images.size(), random.nextLong(), random.nextLong(), 0.5, 50));
    }

    public Tables add(Label label, String group, Measures measures) {
        return add(label.word() + "/" + images.size() + ".jpg", Optional.of(label), group, measures);
    }

    public Tables add(String path, Optional<Label> label, String group, Measures measures) {
        Path file = folder.resolve(path);
        images.add(new ListedImage(
                file, label, file.getParent(), folder, Optional.empty(), Optional.empty(), 1000, images.size()));
        measurements.add(new Measurement.Measured(measures));
        groups.add(group);
        return this;
    }

    public Tables addUnreadable() {
        add(Label.CRACK, "unreadable");
        measurements.set(images.size() - 1, new Measurement.Refused(new Refusal(Refusal.Kind.DAMAGED, "")));
        groups.set(images.size() - 1, null);
        return this;
    }

    /** Measures of a tile of 100 by 100 pixels. */
    public static Measures measures(String digest, long steps, long frequencies, double brightness, double sharpness) {
        return new Measures(
                digest,
                100,
                100,
                new PerceptualHash(steps, frequencies),
                new PictureQuality(brightness, sharpness, 0, 0));
    }

    public ImageSet set() {
        ImageSet set = new ImageSet(DataSource.of(folder), images);
        for (int i = 0; i < images.size(); i++) {
            set.measured(i, measurements.get(i));
        }
        set.grouped(groups.toArray(String[]::new));
        return set;
    }

    public ImageTable table() {
        return set().table();
    }
}
