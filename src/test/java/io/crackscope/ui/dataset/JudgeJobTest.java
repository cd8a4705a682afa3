package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ImageListing;
import io.crackscope.dataset.ImageMeasurer;
import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.ImageTable;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.FakeClassifier;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.samples.SampleTiles;
import io.crackscope.settings.UserFolders;
import io.crackscope.training.CrossValidation;
import io.crackscope.training.ModelShelf;
import io.crackscope.training.RunHistory;
import io.crackscope.training.TrainingWorkflow;
import io.crackscope.work.Cancellation;
import io.crackscope.work.DirectJobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeJobTest {
    @TempDir
    Path folder;

    @Test
    void nothing_is_looked_up_while_a_person_scrolls() throws Exception {
        ImageTable table = measured();
        Path file = Files.createFile(folder.resolve("model.crackscope"));
        Attention attention = new Attention();
        try (ImageCache cache = new ImageCache(folder.resolve("images.sqlite"))) {
            DatasetServices services = services(file, cache);
            new JudgeJob(table, file, services, attention).run(batch -> {}, new Cancellation());

            attention.ask();
            List<Boolean> scrolling = new ArrayList<>();
            List<Integer> answers = new ArrayList<>();
            new JudgeJob(table, file, services, attention)
                    .run(
                            batch -> {
                                scrolling.add(attention.isHeld());
                                answers.add(batch.probabilities().size());
                            },
                            new Cancellation());

            assertThat(answers).as("all is known").containsExactly(4);
            assertThat(scrolling).containsExactly(false);
        }
    }

    private ImageTable measured() throws IOException {
        new SampleTiles(48, 5).write(folder.resolve("data"), 4);
        DataSource source = DataSource.of(folder.resolve("data"));
        ImageSet set =
                new ImageSet(source, ImageListing.of(source, new Cancellation()).images());
        ImageMeasurer measurer = new ImageMeasurer(new ImageIoPhotoReader());
        for (int i = 0; i < set.table().size(); i++) {
            set.measured(i, measurer.measure(set.table().image(i).file(), new Cancellation()));
        }
        return set.table();
    }

    private DatasetServices services(Path model, ImageCache cache) {
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        FakeClassifier classifier =
                new FakeClassifier(Models.random(NetworkPreset.CRACKNET, 1).description(), FakeClassifier::darkness);
        Judges judges = new Judges(
                new SimpleObjectProperty<>(model),
                new ModelShelf(model, folder.resolve("models"), new RunHistory(folder.resolve("runs"))),
                file -> classifier,
                file -> Optional.empty(),
                new Judges.Folds(
                        new CrossValidation(new TrainingWorkflow.Engine(
                                (plan, split, facts, file, start, observer, cancellation) -> {
                                    throw new AssertionError("nothing is trained");
                                },
                                (file, engine) -> classifier,
                                reader,
                                (file, score) -> {})),
                        (plan, cancellation) -> new SpeedProbe.Speed(10, 10, false)));
        return new DatasetServices(
                new DirectJobRunner(),
                reader,
                cache,
                new UserFolders(folder, folder, folder.resolve("cache")),
                judges,
                Clock.systemUTC());
    }
}
