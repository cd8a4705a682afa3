package io.crackscope.dataset;

import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.SimilarPictures;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins groups that share a picture, or almost the same one, so that a split by groups cuts nothing apart. */
final class JoinedGroups {
    /** Most neighbours of one picture that are looked at: in a crowd of alike pictures all are joined by then. */
    private static final int MOST = 64;

    private final Map<String, String> parents = new HashMap<>();

    private JoinedGroups() {}

    /** {@code images} with groups that no near duplicate links to another; the images are among those of {@code table}. */
    static List<LabelledImage> of(ImageTable table, List<LabelledImage> images) {
        JoinedGroups groups = new JoinedGroups();
        Map<Path, PerceptualHash> hashes = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            Optional<Measures> measures = table.measures(i);
            if (measures.isPresent()) {
                hashes.put(table.image(i).file(), measures.get().hash());
            }
        }
        List<PerceptualHash> looks =
                images.stream().map(image -> hashes.get(image.file())).toList();
        SimilarPictures all = new SimilarPictures(
                looks.stream().mapToLong(PerceptualHash::steps).toArray(),
                looks.stream().mapToLong(PerceptualHash::frequencies).toArray());
        groups.joinCopies(table);
        for (int i = 0; i < images.size(); i++) {
            String group = images.get(i).group();
            int[] seen = {0};
            all.near(looks.get(i), number -> {
                groups.join(group, images.get(number).group());
                return ++seen[0] < MOST;
            });
        }
        return images.stream()
                .map(image -> new LabelledImage(
                        image.file(), image.label(), groups.root(image.group()), image.sha256(), image.target()))
                .toList();
    }

    /** Of files with the same bytes only one is among the images, but their groups are linked all the same. */
    private void joinCopies(ImageTable table) {
        Map<String, String> byDigest = new LinkedHashMap<>();
        for (int i = 0; i < table.size(); i++) {
            table.labelled(i).ifPresent(image -> {
                String other = byDigest.putIfAbsent(image.sha256(), image.group());
                if (other != null) {
                    join(other, image.group());
                }
            });
        }
    }

    private void join(String a, String b) {
        String first = root(a);
        String second = root(b);
        if (!first.equals(second)) {
            parents.put(second, first);
        }
    }

    private String root(String group) {
        String at = group;
        for (String parent = parents.get(at); parent != null; parent = parents.get(at)) {
            String grandparent = parents.get(parent);
            if (grandparent != null) {
                parents.put(at, grandparent);
            }
            at = parent;
        }
        return at;
    }
}
