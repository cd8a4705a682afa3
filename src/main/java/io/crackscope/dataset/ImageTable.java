package io.crackscope.dataset;

import io.crackscope.domain.Label;
import io.crackscope.imaging.PhotoFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The images of a data set by their number, what was decided about each and what is known of each. That of an {@link
 * ImageSet} changes with it and belongs to its thread; a {@link #copy()} stays as it is and may be read by any.
 */
public final class ImageTable {
    private final DataSource source;
    private final List<ListedImage> images;
    private final ImageState[] given;
    private final ImageState[] states;
    private final @Nullable Measurement[] measurements;
    private final @Nullable String[] groups;
    private final float[] probabilities;
    private final int[] nameRanks;
    private final String[] paths;

    ImageTable(DataSource source, List<ListedImage> images, ImageState[] given) {
        this.source = source;
        this.images = List.copyOf(images);
        this.given = given;
        this.states = given.clone();
        this.measurements = new Measurement[states.length];
        this.groups = new String[states.length];
        this.probabilities = new float[states.length];
        Arrays.fill(probabilities, Float.NaN);
        this.nameRanks = nameRanks(images);
        this.paths = images.stream()
                .map(image -> relative(source.folder(), image.file()))
                .toArray(String[]::new);
    }

    private ImageTable(ImageTable from) {
        source = from.source;
        images = from.images;
        given = from.given;
        states = from.states.clone();
        measurements = from.measurements.clone();
        groups = from.groups.clone();
        probabilities = from.probabilities.clone();
        nameRanks = from.nameRanks;
        paths = from.paths;
    }

    /** The images of several tables one after another, with what is decided; an image that is in two counts once. */
    static ImageTable together(List<ImageTable> tables) {
        Map<Path, ListedImage> images = new LinkedHashMap<>();
        List<ImageState> given = new ArrayList<>();
        List<ImageState> states = new ArrayList<>();
        List<Path> roots = new ArrayList<>();
        Path shared = tables.getFirst().source.folder();
        for (ImageTable table : tables) {
            roots.addAll(table.source.roots());
            while (shared != null && !table.source.folder().startsWith(shared)) {
                shared = shared.getParent();
            }
            for (int i = 0; i < table.size(); i++) {
                if (images.putIfAbsent(table.image(i).file(), table.image(i)) == null) {
                    given.add(table.given(i));
                    states.add(table.state(i));
                }
            }
        }
        Path folder = shared == null ? tables.getFirst().source.folder() : shared;
        ImageTable all = new ImageTable(
                new DataSource(folder, roots), List.copyOf(images.values()), given.toArray(ImageState[]::new));
        for (int i = 0; i < states.size(); i++) {
            all.state(i, states.get(i));
        }
        return all;
    }

    /** All as it is now. */
    public ImageTable copy() {
        return new ImageTable(this);
    }

    public DataSource source() {
        return source;
    }

    /** How many images there are; they are numbered from 0. */
    public int size() {
        return states.length;
    }

    /** All images, by their numbers. */
    public List<ListedImage> images() {
        return images;
    }

    public ListedImage image(int number) {
        return images.get(number);
    }

    /** The path of an image, relative to the folder of the data set, with forward slashes. */
    public String path(int number) {
        return paths[number];
    }

    /** A file on another drive has no relative path. */
    static String relative(Path folder, Path file) {
        boolean oneDrive = file.getRoot() != null && file.getRoot().equals(folder.getRoot());
        return (oneDrive ? folder.relativize(file) : file).toString().replace('\\', '/');
    }

    /** Where the name of an image stands among all names in natural order. */
    int nameRank(int number) {
        return nameRanks[number];
    }

    private static int[] nameRanks(List<ListedImage> images) {
        String[] names = images.stream().map(ListedImage::name).toArray(String[]::new);
        Integer[] order = new Integer[names.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> PhotoFiles.NATURAL.compare(names[a], names[b]));
        int[] ranks = new int[names.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    /** What is decided about an image now. */
    public ImageState state(int number) {
        return states[number];
    }

    /** What folders and tables on disk say of it. */
    public ImageState given(int number) {
        return given[number];
    }

    /** What was measured; empty until then. */
    public Optional<Measurement> measurement(int number) {
        return Optional.ofNullable(measurements[number]);
    }

    /** What was measured of a readable image. */
    public Optional<Measures> measures(int number) {
        return measurements[number] instanceof Measurement.Measured(Measures measures)
                ? Optional.of(measures)
                : Optional.empty();
    }

    /** Which images show the same wall; empty until it is known. */
    public Optional<String> group(int number) {
        return Optional.ofNullable(groups[number]);
    }

    /** The model's crack probability in [0,1]; NaN until it has judged the image. */
    public float probability(int number) {
        return probabilities[number];
    }

    /**
     * How much the model contradicts the label: the probability it gives to the other one, in [0,1]; NaN where there is no
     * label or no judgement.
     */
    public float doubt(int number) {
        Optional<Label> label = states[number].label();
        float probability = probabilities[number];
        if (label.isEmpty()) {
            return Float.NaN;
        }
        return label.get() == Label.CRACK ? 1 - probability : probability;
    }

    /** How many images are decided otherwise than folders and tables on disk say. */
    public int changed() {
        int changed = 0;
        for (int i = 0; i < states.length; i++) {
            changed += states[i].equals(given[i]) ? 0 : 1;
        }
        return changed;
    }

    /** How many images are labelled otherwise than folders and tables on disk say, or are left out. */
    public int relabelled() {
        int changed = 0;
        for (int i = 0; i < states.length; i++) {
            changed += states[i].excluded() || !states[i].label().equals(given[i].label()) ? 1 : 0;
        }
        return changed;
    }

    /** An image that can be learnt from or tested with, with its label of now; empty for others. */
    public Optional<LabelledImage> labelled(int number) {
        Optional<Measures> measures = measures(number);
        Optional<String> group = group(number);
        ImageState state = states[number];
        return state.isUsable() && measures.isPresent() && group.isPresent()
                ? Optional.of(new LabelledImage(
                        image(number).file(),
                        state.label().orElseThrow(),
                        group.get(),
                        measures.get().sha256()))
                : Optional.empty();
    }

    /** The numbers of images by their paths. */
    Map<Path, Integer> numbers() {
        Map<Path, Integer> numbers = new HashMap<>(2 * size());
        for (int i = 0; i < size(); i++) {
            numbers.put(image(i).file(), i);
        }
        return numbers;
    }

    void state(int number, ImageState state) {
        states[number] = state;
    }

    void measurement(int number, Measurement measurement) {
        measurements[number] = measurement;
    }

    void groups(@Nullable String[] found) {
        System.arraycopy(found, 0, groups, 0, groups.length);
    }

    void probability(int number, float probability) {
        probabilities[number] = probability;
    }
}
