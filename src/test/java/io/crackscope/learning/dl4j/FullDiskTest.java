package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.learning.Checkpoint;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final long ROOM = 1L << 30;

    @TempDir
    Path folder;

    @Test
    void a_file_that_cannot_be_written_where_no_room_is_left_means_a_full_disk() {
        ModelFileException notWritten = Assertions.catchThrowableOfType(
                ModelFileException.class,
                () -> ModelFile.write(folder.resolve("gone/m"), Models.random(NetworkPreset.SEED_CNN, 1)));
        assertThat(FullDisk.isReason(notWritten, 1000)).isTrue();
        assertThat(FullDisk.isReason(notWritten, ROOM)).isFalse();
        assertThat(FullDisk.isReason(notWritten, folder.resolve("gone"))).isFalse();
    }

    @Test
    void a_file_that_is_not_what_it_should_be_has_nothing_to_do_with_the_disk() throws Exception {
        Path other = java.nio.file.Files.writeString(folder.resolve("m.checkpoint"), "no checkpoint, but long enough");
        ModelFileException damaged =
                Assertions.catchThrowableOfType(ModelFileException.class, () -> Checkpoint.read(other));
        assertThat(FullDisk.isReason(damaged, ROOM)).isFalse();
    }
}
