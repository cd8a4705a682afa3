package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageListingTest {
    @TempDir
    Path folder;

    @Test
    void class_folders_give_labels_and_other_folders_none_in_natural_order() throws IOException {
        touch(
                "Positive/10.jpg",
                "Positive/2.jpg",
                "Negative/deep/1.png",
                "loose.jpg",
                "Positive/notes.txt",
                ".hidden.jpg");

        ImageListing listing = list(DataSource.of(folder));

        assertThat(listing.images())
                .extracting(image -> folder.relativize(image.file()).toString())
                .containsExactly("loose.jpg", "Negative/deep/1.png", "Positive/2.jpg", "Positive/10.jpg");
        assertThat(listing.images())
                .extracting(ListedImage::label)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Label.NO_CRACK),
                        Optional.of(Label.CRACK),
                        Optional.of(Label.CRACK));
        assertThat(listing.images()).allMatch(image -> image.bytes() == 3 && image.modified() > 0);
    }

    @Test
    void of_several_columns_that_tell_parts_the_first_of_part_split_and_subset_counts_that_does() throws IOException {
        touch("a.jpg");
        assertThat(partOfA("path,label,split,part\na.jpg,1,test,val\n")).contains(Part.VALIDATION);
        assertThat(partOfA("path,label,part,split\na.jpg,1,deck,test\n"))
                .as("parts of a bridge")
                .contains(Part.TEST);
        assertThat(partOfA("path,label,part,subset\na.jpg,1,,train\n"))
                .as("no part is named")
                .contains(Part.TRAIN);
        assertThat(partOfA("path,label,part,split\na.jpg,1,deck,north\n")).isEmpty();
    }

    private Optional<Part> partOfA(String text) throws IOException {
        Path table = Files.writeString(folder.resolve("mine.csv"), text);
        return list(DataSource.of(table)).images().getFirst().part();
    }

    @Test
    void a_table_gives_labels_groups_and_parts_and_may_leave_labels_open() throws IOException {
        touch("a.jpg", "b.jpg");
        Path table = Files.writeString(
                folder.resolve("mine.csv"), "path,label,group,part\na.jpg,crack,w1,val\nb.jpg,,w2,\nmissing.jpg,0,,\n");

        ImageListing listing = list(DataSource.of(table));

        assertThat(listing.images()).hasSize(3);
        assertThat(listing.images().get(0).part()).contains(Part.VALIDATION);
        assertThat(listing.images().get(0).group()).contains("w1");
        assertThat(listing.images().get(1).label()).isEmpty();
        assertThat(listing.images().get(2).bytes()).isZero();
    }

    @Test
    void a_column_called_part_that_means_parts_of_a_bridge_is_no_split() throws IOException {
        touch("a.jpg");
        Path table = Files.writeString(folder.resolve("mine.csv"), "path,label,part\na.jpg,crack,deck\n");
        assertThat(list(DataSource.of(table)).images().getFirst().part()).isEmpty();
    }

    @Test
    void a_folder_that_is_missing_is_refused_and_a_link_in_a_circle_ends() throws IOException {
        touch("crack/a.jpg");
        Files.createSymbolicLink(folder.resolve("crack/circle"), folder);
        Files.createSymbolicLink(folder.resolve("crack/again.jpg"), folder.resolve("crack/a.jpg"));
        assertThat(list(DataSource.of(folder)).images()).hasSize(1);
        assertThat(list(DataSource.of(folder.resolve("gone"))).refused()).hasSize(1);
    }

    @Test
    void listing_stops_when_cancelled() throws IOException {
        touch("a.jpg");
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() -> ImageListing.of(DataSource.of(folder), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void class_folders_and_photos_dropped_together_are_one_data_set_other_folders_each_their_own() throws IOException {
        touch("set/Positive/1.jpg", "set/Negative/2.jpg", "other/3.jpg", "loose/4.jpg", "loose/5.jpg");
        assertThat(DataSource.ofDropped(java.util.List.of(
                        folder.resolve("set/Positive"),
                        folder.resolve("other"),
                        folder.resolve("set/Negative"),
                        folder.resolve("loose/4.jpg"),
                        folder.resolve("loose/5.jpg"))))
                .extracting(DataSource::name, source -> source.roots().size())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("other", 1),
                        org.assertj.core.groups.Tuple.tuple("set", 2),
                        org.assertj.core.groups.Tuple.tuple("loose", 2));
        assertThat(list(DataSource.ofDropped(java.util.List.of(folder.resolve("set/Positive")))
                                .getFirst())
                        .images())
                .extracting(ListedImage::label)
                .containsExactly(Optional.of(Label.CRACK));
    }

    private static ImageListing list(DataSource source) {
        return ImageListing.of(source, new Cancellation());
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "jpg");
        }
    }
}
