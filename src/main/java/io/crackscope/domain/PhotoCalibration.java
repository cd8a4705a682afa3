package io.crackscope.domain;

/**
 * Turns the linked log-odds of neighbouring tiles into the probability that the photo shows a crack: the logistic function
 * of {@code slope * (log-odds - growth * ln(tiles)) + offset} (Platt scaling), fitted on validation photos. The most alarming
 * of many tiles is more alarming than the photo is, the more of them there are: what is remarkable among the nine tiles of a
 * crop is to be expected among a hundred. Beyond {@value #MOST_TILES}, the most that was measured, more tiles count no further.
 *
 * @param slope above 0
 * @param offset in log-odds
 * @param growth by how much the highest of e times as many tiles is higher, in log-odds, at least 0
 */
public record PhotoCalibration(double slope, double offset, double growth) {
    /** The overlapping tiles of a window of 1,536 pixels: larger ones without any crack are too few to measure. */
    public static final int MOST_TILES = 121;

    /** Takes linked probabilities as they are. */
    public static final PhotoCalibration NONE = new PhotoCalibration(1, 0, 0);

    /** @throws IllegalArgumentException if a number is out of its range, or 1,000 and more */
    public PhotoCalibration {
        if (!(slope > 0 && slope < 1e3 && Math.abs(offset) < 1e3 && growth >= 0 && growth < 1e3)) {
            throw new IllegalArgumentException(
                    "photo calibration out of range: " + slope + ", " + offset + ", " + growth);
        }
    }

    /**
     * The photo's probability in (0,1).
     *
     * @param logOdds mean log-odds of the linked tiles
     * @param tiles of the photo, overlapping ones too, at least 1
     */
    public double probability(double logOdds, int tiles) {
        return 1 / (1 + Math.exp(-(slope * (logOdds - growth * weight(tiles)) + offset)));
    }

    /** What {@link #growth()} is multiplied with for a photo of {@code tiles}. */
    public static double weight(int tiles) {
        return Math.log(Math.min(tiles, MOST_TILES));
    }
}
