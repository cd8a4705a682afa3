package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.Review.Decision;
import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.evaluation.JudgedPhoto.Source;
import io.crackscope.evaluation.JudgedPhoto.Truth;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.SeenImages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.DirectJobRunner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedPhotosTest {
    @TempDir
    Path root;

    private Optional<SeenImages> memory = Optional.empty();
    private int asked;

    @Test
    void class_folders_say_what_photos_show_and_a_person_overrules_them() throws IOException {
        Path labelled = photo("Positive/crack1.png", 1);
        Path overruled = photo("Negative/crack2.png", 2);
        Path reviewed = photo("site/plain.png", 3);
        Path unknown = photo("site/uncertain.png", 4);
        InspectionViewModel model = model(labelled, overruled, reviewed, unknown);
        decide(model, overruled, Decision.CRACK);
        decide(model, reviewed, Decision.NO_CRACK);
        decide(model, unknown, Decision.UNSURE);
        model.judgedPhotos().watch(true);

        assertThat(model.judgedPhotos().photos())
                .extracting(JudgedPhoto::truth)
                .containsExactly(
                        Optional.of(new Truth(Label.CRACK, Source.CLASS_FOLDER)),
                        Optional.of(new Truth(Label.CRACK, Source.REVIEW)),
                        Optional.of(new Truth(Label.NO_CRACK, Source.REVIEW)),
                        Optional.empty());
        assertThat(model.judgedPhotos().photos()).extracting(JudgedPhoto::seen).containsOnly(Seen.UNKNOWN);
    }

    @Test
    void photos_that_trained_the_model_are_known_by_their_bytes_and_by_their_looks() throws IOException {
        Path trained = photo("Positive/crack1.png", 1);
        Path fresh = photo("Positive/crack2.png", 2);
        Path copy = root.resolve("Negative/copy.bmp");
        Files.createDirectories(copy.getParent());
        ImageIO.write(ImageIO.read(trained.toFile()), "bmp", copy.toFile());
        memory = Optional.of(SeenImages.of(
                List.of(new LabelledImage(trained, Label.CRACK, "g", Digests.sha256(Files.readAllBytes(trained)))),
                List.of(),
                ImageLooks.reading(new ImageIoPhotoReader()),
                new Cancellation()));
        InspectionViewModel model = model(trained, fresh, copy);
        model.judgedPhotos().watch(true);

        assertThat(model.judgedPhotos().photos())
                .extracting(JudgedPhoto::seen)
                .containsExactly(Seen.IN_TRAINING, Seen.NEW, Seen.IN_TRAINING);
        assertThat(asked).as("the model file is read once").isEqualTo(1);
    }

    @Test
    void another_model_is_asked_what_it_was_trained_on() throws IOException {
        Path photo = photo("Positive/crack1.png", 1);
        memory = Optional.of(SeenImages.of(
                List.of(new LabelledImage(photo, Label.CRACK, "g", Digests.sha256(Files.readAllBytes(photo)))),
                List.of(),
                ImageLooks.reading(new ImageIoPhotoReader()),
                new Cancellation()));
        InspectionViewModel model = model(photo);
        model.judgedPhotos().watch(true);
        assertThat(model.judgedPhotos().photos()).extracting(JudgedPhoto::seen).containsExactly(Seen.IN_TRAINING);

        ScriptedInspector other = new ScriptedInspector();
        model.use(other::asEngine);
        assertThat(model.judgedPhotos().photos()).extracting(JudgedPhoto::seen).containsExactly(Seen.UNKNOWN);
    }

    @Test
    void kept_answers_of_another_model_are_told_and_not_counted() throws IOException {
        Path photo = photo("Positive/crack1.png", 1);
        model(photo).close();

        ModelStamp stamp = new ModelStamp("another", "cd".repeat(32));
        ScriptedInspector inspector = new ScriptedInspector();
        InspectionViewModel later = new InspectionViewModel(
                new DirectJobRunner(),
                () -> new InspectionEngine(inspector, ScriptedInspector.MODEL, stamp),
                new BesidePlaces(root),
                System::nanoTime);
        later.inspect(List.of(photo));
        later.prepare();
        later.judgedPhotos().watch(true);
        assertThat(inspector.inspected()).isEmpty();
        assertThat(later.judgedPhotos().photos()).isEmpty();
        assertThat(later.judgedPhotos().ofOtherModelsProperty().get()).isOne();

        later.select(later.rows().getFirst());
        later.inspectAgain();
        assertThat(later.judgedPhotos().photos()).hasSize(1);
        assertThat(later.judgedPhotos().ofOtherModelsProperty().get()).isZero();
    }

    @Test
    void a_review_that_comes_later_is_counted_and_one_that_is_taken_back_is_not() throws IOException {
        Path photo = photo("site/plain.png", 3);
        InspectionViewModel model = model(photo);
        model.judgedPhotos().watch(true);
        assertThat(model.judgedPhotos().photos().getFirst().truth()).isEmpty();
        decide(model, photo, Decision.CRACK);
        assertThat(model.judgedPhotos().photos().getFirst().truth()).contains(new Truth(Label.CRACK, Source.REVIEW));
        model.undo();
        assertThat(model.judgedPhotos().photos().getFirst().truth()).isEmpty();
    }

    @Test
    void refused_and_removed_photos_are_not_judged_and_nothing_moves_while_nobody_looks() throws IOException {
        InspectionViewModel model = model(photo("Positive/crack.png", 1), photo("Positive/bad.png", 2));
        assertThat(model.judgedPhotos().photos()).isEmpty();
        model.judgedPhotos().watch(true);
        assertThat(model.judgedPhotos().photos()).hasSize(1);
        model.removeAll();
        assertThat(model.judgedPhotos().photos()).isEmpty();
    }

    private static void decide(InspectionViewModel model, Path photo, Decision decision) {
        model.rows().stream().filter(row -> row.file().equals(photo)).forEach(model::select);
        model.review().decide(decision);
    }

    private InspectionViewModel model(Path... photos) {
        ScriptedInspector inspector = new ScriptedInspector();
        EngineSource source = new EngineSource() {
            @Override
            public InspectionEngine open() {
                return inspector.asEngine();
            }

            @Override
            public Optional<SeenImages> memory() {
                asked++;
                return memory;
            }
        };
        InspectionViewModel model =
                new InspectionViewModel(new DirectJobRunner(), source, new BesidePlaces(root), System::nanoTime);
        model.inspect(List.of(photos));
        return model;
    }

    private Path photo(String name, long seed) throws IOException {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 96; y += 12) {
            for (int x = 0; x < 96; x += 12) {
                int grey = 60 + random.nextInt(120);
                for (int i = 0; i < 144; i++) {
                    image.setRGB(x + i % 12, y + i / 12, grey * 0x010101);
                }
            }
        }
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
