package io.crackscope.ui.inspection;

import io.crackscope.domain.Verdict;
import java.util.Collection;

/**
 * What the listed photos came to so far.
 *
 * @param photos all listed
 * @param crack verdict crack
 * @param uncertain verdict uncertain
 * @param noCrack verdict no crack found
 * @param refused files that cannot be used
 */
public record Tally(int photos, int crack, int uncertain, int noCrack, int refused) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    static Tally of(Collection<PhotoRow> rows) {
        int[] verdicts = new int[Verdict.values().length];
        int refused = 0;
        for (PhotoRow row : rows) {
            switch (row.state()) {
                case PhotoState.Inspected(var outcome) ->
                    verdicts[outcome.verdict().ordinal()]++;
                case PhotoState.Refused r -> refused++;
                default -> {}
            }
        }
        return new Tally(
                rows.size(),
                verdicts[Verdict.CRACK.ordinal()],
                verdicts[Verdict.UNCERTAIN.ordinal()],
                verdicts[Verdict.NO_CRACK.ordinal()],
                refused);
    }

    /** Photos without a verdict or refusal yet. */
    public int open() {
        return photos - crack - uncertain - noCrack - refused;
    }
}
