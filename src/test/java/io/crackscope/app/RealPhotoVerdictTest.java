package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crackscope.domain.Verdict;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.onnx.OnnxClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is wanted of the shipped model's verdicts, on stand-ins of the 24 photos of the test part: neither the network nor
 * the thresholds have seen anything of them.
 */
class RealPhotoVerdictTest {
    private static final Path DATA = Path.of("../shared/data");

    @Test
    void photosThatFixedNothingKeepToWhatIsWanted() throws IOException {
        assumeTrue(Files.isDirectory(DATA.resolve("photos")), "no site photos at ../shared/data/photos");
        StoredModel model = ModelFile.read(Path.of("models/cracknet.crackscope"));
        ModelDescription description = model.description();
        PhotoFits.Fit shipped = new PhotoFits.Fit(description.photoCalibration(), description.thresholds());

        List<JudgedWindow> windows;
        try (CrackClassifier classifier = new OnnxClassifier(PhotoThresholdFitting.withoutCalibration(model), 2)) {
            List<JudgedWindow> whole = new SiteWindows(DATA.resolve("photos"), classifier).of(JudgedWindow.SIDE);
            windows = new StandInWindows(DATA.resolve("sdnet2018"), classifier, whole).of("test");
        }

        assertThat(windows).hasSize(1880);
        assertThat(share(windows, true, shipped, Verdict.NO_CRACK)).isLessThanOrEqualTo(0.05);
        assertThat(share(windows, false, shipped, Verdict.CRACK)).isLessThanOrEqualTo(0.05);
        assertThat(share(windows, false, shipped, Verdict.UNCERTAIN)).isLessThanOrEqualTo(0.15);
    }

    private static double share(List<JudgedWindow> windows, boolean crack, PhotoFits.Fit shipped, Verdict verdict) {
        return PhotoFits.share(windows, crack, window -> shipped.verdict(window) == verdict);
    }
}
