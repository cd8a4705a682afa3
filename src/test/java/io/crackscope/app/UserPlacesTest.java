package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.settings.MemoryPreferences;
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
}
