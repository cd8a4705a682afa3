package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.learning.ModelExporter.Exported;
import io.crackscope.learning.ModelExporter.Tensor;
import io.crackscope.learning.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {
    @TempDir
    private Path folder;

    private final List<Path> exported = new ArrayList<>();
    private Workbench bench;
    private Path onnx;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Workbench(folder);
        onnx = folder.resolve("model.onnx");
        bench.exporter = (model, target) -> {
            exported.add(model);
            Files.writeString(target, "network");
            return new Exported(
                    7,
                    17,
                    List.of(new Tensor("input", List.of("n", "3", "height", "width"))),
                    List.of(new Tensor("logit", List.of("n", "1"))),
                    new TreeMap<>(Map.of("scale", "4.0", "temperature", "2.5")),
                    8,
                    1.25e-7);
        };
    }

    @Test
    void the_shipped_model_is_exported_where_none_is_named_and_it_tells_what_it_wrote() {
        assertThat(bench.run("export", "--onnx", onnx)).isZero();

        assertThat(exported).containsExactly(bench.model);
        assertThat(onnx).hasContent("network");
        assertThat(bench.out().lines())
                .containsExactly(
                        onnx + ": 7 bytes, operator set 17",
                        "Input: input float32 [n, 3, height, width]",
                        "Output: logit float32 [n, 1]",
                        "Checked on 8 generated tiles: probabilities differ from those of the model by at most 1.3e-07",
                        "Metadata:",
                        "  scale        4.0",
                        "  temperature  2.5");
        bench.locale = Locale.GERMAN;
        assertThat(bench.run("export", "--onnx", onnx, "--force")).isZero();
        assertThat(bench.out()).contains("Operatorsatz 17", "Eingang: input", "Metadaten:");
    }

    @Test
    void quiet_says_nothing() {
        assertThat(bench.run("export", "--onnx", onnx, "--quiet")).isZero();
        assertThat(bench.out() + bench.err()).isEmpty();
    }

    @Test
    void an_existing_file_is_replaced_only_by_force() throws IOException {
        Files.writeString(onnx, "mine");

        assertThat(bench.run("export", "--onnx", onnx)).isEqualTo(2);
        assertThat(bench.err()).contains(onnx + " exists", "--force");
        assertThat(onnx).hasContent("mine");

        assertThat(bench.run("export", "--onnx", onnx, "--force")).isZero();
        assertThat(onnx).hasContent("network");
    }

    @Test
    void not_even_force_writes_over_the_model() {
        assertThat(bench.run("export", "--onnx", bench.model, "--force")).isEqualTo(2);

        assertThat(bench.err()).contains("is the model itself");
        assertThat(bench.model).hasContent("a model");
        assertThat(exported).isEmpty();
    }

    @Test
    void a_model_that_cannot_be_used_ends_with_3_and_its_name() {
        bench.exporter = (model, target) -> {
            throw new ModelFileException(model, ModelFileException.Problem.DAMAGED, "its weights");
        };

        assertThat(bench.run("export", "--model", folder.resolve("bad.crackscope"), "--onnx", onnx))
                .isEqualTo(3);
        assertThat(bench.err().lines())
                .singleElement()
                .asString()
                .contains("bad.crackscope: is damaged: its weights. Choose");
        assertThat(onnx).doesNotExist();
    }

    @Test
    void a_target_that_cannot_be_written_ends_with_4() {
        assertThat(bench.run("export", "--onnx", folder.resolve("gone/model.onnx")))
                .isEqualTo(4);
        assertThat(bench.err()).contains("model.onnx: cannot be written: There is no such folder");
        assertThat(bench.run("export", "--onnx", folder)).isEqualTo(4);
        assertThat(bench.err()).contains("This is a folder");
        assertThat(exported).isEmpty();

        bench.exporter = (model, target) -> {
            throw new IOException("No space left on device");
        };
        assertThat(bench.run("export", "--onnx", onnx)).isEqualTo(4);
        assertThat(bench.err()).contains("The disk is full");
    }

    @Test
    void without_a_target_it_is_wrong_usage() {
        assertThat(bench.run("export")).isEqualTo(2);
        assertThat(bench.err()).contains("--onnx");
    }
}
