package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PhotoFitsTest {
    private static final int WINDOWS = 30;

    private final List<JudgedWindow> fixing = windows(20, 1, 49);
    private final List<JudgedWindow> sizes = PhotoFits.both(fixing, windows(20, 2, 9));

    @Test
    void photosKeepToWhatIsWantedByWhatTheOthersFix() {
        PhotoFits fits = new PhotoFits(fixing, sizes);

        assertThat(share(fits, false, Verdict.CRACK)).isLessThanOrEqualTo(0.05);
        assertThat(share(fits, false, Verdict.UNCERTAIN)).isLessThanOrEqualTo(0.15);
        assertThat(share(fits, true, Verdict.NO_CRACK)).isLessThan(0.05);
    }

    @Test
    void whatIsGrantedIsUsedToMissFewer() {
        PhotoFits fits = new PhotoFits(fixing, sizes);

        // a tenth of a percent less missed, and more than 15 % would be uncertain
        assertThat(share(fits, false, Verdict.UNCERTAIN)).isGreaterThan(0.1);
        assertThat(fits.allowance().missed()).isLessThan(0.05);
    }

    @Test
    void aPhotoHasNoPartInWhatJudgesIt() {
        JudgedWindow odd = new JudgedWindow("odd", 9, 49, 9, false, true);
        List<JudgedWindow> with = PhotoFits.both(fixing, List.of(odd));

        assertThat(new PhotoFits(with, sizes).honest(odd).calibration())
                .isEqualTo(new PhotoFits(fixing, sizes).all().calibration());
    }

    @Test
    void windowsInWhichNobodySeesTheCrackFixNothing() {
        JudgedWindow unseen = new JudgedWindow("photo 1", -9, 49, -9, true, false);

        assertThat(new PhotoFits(PhotoFits.both(fixing, List.of(unseen)), sizes).all())
                .isEqualTo(new PhotoFits(fixing, sizes).all());
    }

    private double share(PhotoFits fits, boolean crack, Verdict verdict) {
        return PhotoFits.share(fixing, crack, window -> fits.honest(window).verdict(window) == verdict);
    }

    /** Photos whose cracks and surfaces differ in how alarming they are, as real ones do. */
    private static List<JudgedWindow> windows(int photos, long seed, int tiles) {
        SplittableRandom random = new SplittableRandom(seed);
        List<JudgedWindow> windows = new ArrayList<>();
        for (int photo = 1; photo <= photos; photo++) {
            double surface = random.nextGaussian();
            for (int i = 0; i < WINDOWS; i++) {
                boolean crack = i % 2 == 0;
                double logOdds = 0.6 * Math.log(tiles) + surface + random.nextGaussian() + (crack ? 4 : 0);
                windows.add(new JudgedWindow("photo " + photo, logOdds, tiles, logOdds, crack, true));
            }
        }
        return windows;
    }
}
