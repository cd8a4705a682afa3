package io.crackscope.ui.dataset;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.EditKeeper;
import io.crackscope.dataset.ImageListing;
import io.crackscope.dataset.ImageSet;
import io.crackscope.work.Cancellation;

/**
 * A data set as it was found.
 *
 * @param lost how many images its file of changes knows that are gone
 */
record ListedSet(ImageSet set, ImageListing listing, int lost) {
    /** Looks at the folders of {@code source} and does again what {@code keeper} kept. */
    static ListedSet of(DataSource source, EditKeeper keeper, Cancellation cancellation) {
        ImageListing found = ImageListing.of(source, cancellation);
        ImageSet set = new ImageSet(source, found.images());
        return new ListedSet(set, found, keeper.restore(set).orElse(0));
    }

    /** What is to be said of it. */
    SetNotice notice() {
        return lost > 0 || !listing.refused().isEmpty()
                ? new SetNotice.Incomplete(lost, listing.refused())
                : new SetNotice.None();
    }
}
