package io.crackscope.ui.training;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.text.Messages;
import io.crackscope.training.Runs;
import io.crackscope.training.StepCurve;
import io.crackscope.work.DirectJobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ChartExportTest {
    @TempDir
    Path folder;

    private final ChartExport export = new ChartExport(new DirectJobRunner(), new Messages(Locale.ENGLISH));

    private static RunCurve curve(String name) {
        StepCurve steps = new StepCurve();
        for (int i = 0; i < 200; i++) {
            steps.add(1 + i / 100, 1.0 / (i + 1), 0.9, 0.001);
        }
        return new RunCurve(name, steps, List.of(Runs.epoch(1, 0.5), Runs.epoch(2, 0.3)), 2);
    }

    private Path write(ChartExport.Format format, boolean logarithmic, RunCurve... curves) {
        Path file = folder.resolve("curves." + format.ending());
        export.write(List.of(curves), logarithmic, file, format);
        assertThat(export.newsProperty().get()).contains(file.toString());
        return file;
    }

    @Test
    void a_picture_is_one_that_can_be_opened_and_shows_something() throws Exception {
        var image =
                ImageIO.read(write(ChartExport.Format.PNG, false, curve("run")).toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
        long coloured = java.util.stream.IntStream.range(0, image.getWidth())
                .filter(x -> (image.getRGB(x, 900) & 0xffffff) != 0xffffff)
                .count();
        assertThat(coloured).isPositive();
    }

    @Test
    void a_drawing_is_well_formed_with_all_lines_and_names() throws Exception {
        for (boolean logarithmic : new boolean[] {false, true}) {
            Path file = write(ChartExport.Format.SVG, logarithmic, curve("a <b> & c"), curve("other"));
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(6);
            assertThat(document.getDocumentElement().getTextContent()).contains("a <b> & c", "Epoch", "best: epoch 2");
            assertThat(Files.readString(file)).doesNotContain("NaN", "Infinity");
        }
        assertThat(write(ChartExport.Format.SVG, false, new RunCurve("empty"))).exists();
    }

    @Test
    void numbers_have_a_line_a_step_and_a_line_an_epoch() throws Exception {
        List<String> lines = Files.readAllLines(write(ChartExport.Format.CSV, false, curve("run")));
        assertThat(lines).hasSize(1 + 200 + 2);
        assertThat(lines.get(1)).startsWith("step,\"run\",1,1,1.0,1.0,0.001");
        assertThat(lines.getLast()).isEqualTo("epoch,\"run\",2,,0.35,,,0.3,0.85");
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.chars().filter(c -> c == ',').count()).isEqualTo(8));
    }

    @Test
    void a_file_that_cannot_be_written_is_named_with_the_remedy() {
        Path gone = folder.resolve("gone/curves.csv");
        export.write(List.of(curve("run")), false, gone, ChartExport.Format.CSV);
        assertThat(export.newsProperty().get())
                .isEqualTo(gone
                        + " could not be written. The file or its folder is not there. Check the path and whether the"
                        + " drive is connected.");
    }

    @Test
    void ticks_are_round_numbers() {
        assertThat(Ticks.of(0, 10, false, 10)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
        assertThat(Ticks.of(0.93, 1, false, 6))
                .hasSize(4)
                .first(as(InstanceOfAssertFactories.DOUBLE))
                .isCloseTo(0.94, within(1e-9));
        assertThat(Ticks.of(0.004, 0.6, true, 6).stream().map(tick -> Ticks.label(tick, Locale.ENGLISH)))
                .containsExactly("0.005", "0.01", "0.02", "0.05", "0.1", "0.2", "0.5");
    }
}
