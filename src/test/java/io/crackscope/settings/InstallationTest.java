package io.crackscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InstallationTest {
    @Test
    void a_packaged_program_finds_models_and_samples_below_its_home() {
        Installation installation = Installation.ofImage(Path.of("/opt/crackscope"));

        assertThat(installation.models()).isEqualTo(Path.of("/opt/crackscope/models"));
        assertThat(installation.samples()).isEqualTo(Path.of("/opt/crackscope/samples"));
    }

    @Test
    void without_a_home_the_files_are_those_of_the_source_project() {
        Path project = Path.of("").toAbsolutePath();

        Installation installation = Installation.locate();

        assertThat(installation.models()).isEqualTo(project.resolve("models"));
        assertThat(installation.samples()).isEqualTo(project.resolve("assets/samples"));
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(Installation.locate().version())
                .isEqualTo(System.getProperty("crackscope.version"))
                .matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
