package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.settings.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPlacesTest {
    @TempDir
    Path data;

    @Test
    void only_the_inspection_of_the_bundled_samples_is_for_trial() throws IOException {
        Path samples = Files.createDirectories(data.resolve("program/samples"));
        Files.writeString(samples.resolve("wall.jpg"), "wall");
        UserPlaces places =
                new UserPlaces(MemoryPreferences.settings(), new UserFolders(data, data, data.resolve("cache")));
        List<Path> laidOut = SampleInspection.in(data, samples);

        assertThat(laidOut).hasSize(1);
        assertThat(places.files(laidOut.getFirst())).first().matches(places::isForTrial);
        assertThat(places.files(data.resolve("bridge"))).noneMatch(places::isForTrial);
    }

    @Test
    void dialogs_begin_beside_the_inspection_that_was_opened_but_not_in_the_data_folder() throws IOException {
        Settings settings = MemoryPreferences.settings();
        UserPlaces places = new UserPlaces(settings, new UserFolders(data, data.resolve("own"), data.resolve("cache")));
        Path bridge = Files.createDirectories(data.resolve("bridge"));
        Path own = Files.createDirectories(data.resolve("own/inspections"));

        places.opened(bridge.resolve("bridge.inspection"));
        places.opened(own.resolve("disc-1234abcd.inspection"));

        assertThat(settings.lastFolder()).contains(bridge);
    }
}
