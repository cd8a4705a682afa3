package io.crackscope.ui.dataset;

import java.util.BitSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Which of the shown images are selected, and which one has the focus. Places count the shown images from 0 in their order;
 * images are known by their number, so that a selection outlives sorting and filtering; what is no longer shown is no longer
 * selected.
 */
public final class ImageSelection {
    private static final int NONE = -1;

    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper lead = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final BitSet selected = new BitSet();
    private BitSet before = new BitSet();
    private int[] shown = {};
    private int anchor = NONE;

    /** How many images are selected. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The place of the image that keys start from and the preview shows; -1 if there is none. */
    public ReadOnlyIntegerProperty leadProperty() {
        return lead.getReadOnlyProperty();
    }

    /** Changes with every change of what is selected. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    public boolean isSelected(int image) {
        return selected.get(image);
    }

    /** The numbers of the selected images, ascending. */
    public int[] images() {
        return selected.stream().toArray();
    }

    /** Takes over other images to show; the focus stays on its image if that is still shown. */
    void show(int[] images) {
        int focused = lead.get() == NONE ? NONE : shown[lead.get()];
        shown = images.clone();
        BitSet there = new BitSet();
        int place = NONE;
        for (int i = 0; i < shown.length; i++) {
            there.set(shown[i]);
            place = shown[i] == focused ? i : place;
        }
        selected.and(there);
        anchor = place;
        if (lead.get() == place && place != NONE) {
            // the same place may hold another image now
            lead.set(NONE);
        }
        lead.set(place);
        changed();
    }

    /** Selects the image at {@code place} alone. */
    public void only(int place) {
        selected.clear();
        selected.set(shown[place]);
        moveTo(place);
        changed();
    }

    /** Selects the image at {@code place} as well, or no longer. */
    public void toggle(int place) {
        selected.flip(shown[place]);
        moveTo(place);
        changed();
    }

    /** Selects all from where the last selection began to {@code place}. */
    public void extendTo(int place) {
        int from = anchor == NONE ? place : anchor;
        selected.clear();
        for (int i = Math.min(from, place); i <= Math.max(from, place); i++) {
            selected.set(shown[i]);
        }
        anchor = from;
        lead.set(place);
        changed();
    }

    /** Moves the focus by {@code places}, to the ends at most; selects where it arrives, or all on the way. */
    public void move(int places, boolean extend) {
        if (shown.length == 0) {
            return;
        }
        // from nowhere the first step is onto the first image
        int to = lead.get() == NONE ? places - Integer.signum(places) : lead.get() + places;
        int place = Math.clamp(to, 0, shown.length - 1);
        if (extend) {
            extendTo(place);
        } else {
            only(place);
        }
    }

    public void all() {
        for (int image : shown) {
            selected.set(image);
        }
        changed();
    }

    /** Selects nothing; the focus stays. */
    public void none() {
        selected.clear();
        changed();
    }

    /** Begins to draw a band around images; those selected now stay selected with {@code add}. */
    public void beginBand(boolean add) {
        before = add ? (BitSet) selected.clone() : new BitSet();
    }

    /** Selects what the band holds now, the images at {@code places}. */
    public void band(BitSet places) {
        selected.clear();
        selected.or(before);
        places.stream().filter(place -> place < shown.length).forEach(place -> selected.set(shown[place]));
        if (!places.isEmpty() && places.length() <= shown.length) {
            moveTo(places.length() - 1);
        }
        changed();
    }

    private void moveTo(int place) {
        anchor = place;
        lead.set(place);
    }

    private void changed() {
        count.set(selected.cardinality());
        revision.set(revision.get() + 1);
    }
}
