package io.crackscope.ui.inspection;

import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Review;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.project.PhotoId;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One photo of the list. Its identity never changes, its state does; JavaFX thread only. */
public final class PhotoRow {
    /** Whether a photo that has a verdict is to get another. */
    private enum Again {
        NO,
        WAITING,
        PUT_ASIDE
    }

    private final Path file;
    private final Path identity;
    private final ReadOnlyObjectWrapper<PhotoState> state;
    private final ReadOnlyObjectWrapper<Optional<Review>> review = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PhotoScale>> scale = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ModelStamp> judgedBy = Optional.empty();
    private Optional<VerdictThresholds> thresholds = Optional.empty();
    private @Nullable PhotoId id;
    private String note = "";
    private boolean isTyping;
    private Again again = Again.NO;

    PhotoRow(Path file, Path identity, PhotoState state) {
        this.file = file;
        this.identity = identity;
        this.state = new ReadOnlyObjectWrapper<>(state);
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<PhotoState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public PhotoState state() {
        return state.get();
    }

    /** What a person said of the photo. */
    public ReadOnlyObjectProperty<Optional<Review>> reviewProperty() {
        return review.getReadOnlyProperty();
    }

    /** What a person decided; empty where nobody did yet. */
    public Optional<Review.Decision> decision() {
        return review.get().flatMap(Review::decision);
    }

    /** The note as it was typed last, committed or not. */
    String note() {
        return note;
    }

    void typed(String text) {
        note = text;
        isTyping = true;
    }

    /** What is typed from now on is another note. */
    void left() {
        isTyping = false;
    }

    /** Size of its pixels on the concrete, where it is known. */
    ReadOnlyObjectProperty<Optional<PhotoScale>> scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    Optional<PhotoScale> scale() {
        return scale.get();
    }

    /** The model whose verdict or refusal this is; empty where no model looked at the photo. */
    Optional<ModelStamp> judgedBy() {
        return judgedBy;
    }

    /** What parted that model's verdicts; empty where there is none. */
    Optional<VerdictThresholds> thresholds() {
        return thresholds;
    }

    void judgedBy(ModelStamp model, Optional<VerdictThresholds> itsThresholds) {
        judgedBy = Optional.of(model);
        thresholds = itsThresholds;
    }

    /** The photo's name in the open project; null where it is in none. */
    @Nullable
    PhotoId id() {
        return id;
    }

    void id(PhotoId given) {
        id = given;
    }

    void reviewed(Optional<Review> said, Optional<String> draft) {
        if (!isTyping) {
            note = draft.or(() -> said.map(Review::note)).orElse("");
        }
        review.set(said);
    }

    void scaled(Optional<PhotoScale> known) {
        scale.set(known);
    }

    /** The photo's absolute path. */
    public Path file() {
        return file;
    }

    /** The file's name without its folder. */
    public String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    Path identity() {
        return identity;
    }

    /** The same photo where its file was found at another place. */
    PhotoRow at(Path elsewhere) {
        PhotoRow moved = new PhotoRow(elsewhere, elsewhere, state().at(elsewhere));
        moved.id = id;
        moved.judgedBy = judgedBy;
        moved.thresholds = thresholds;
        moved.again = again;
        return moved;
    }

    void state(PhotoState next) {
        again = Again.NO;
        state.set(next);
    }

    /** Has it inspected, once more where there is a verdict, which stays until the new one is there. */
    void awaitTurn() {
        if (state() instanceof PhotoState.Inspected) {
            again = Again.WAITING;
        } else if (!(state() instanceof PhotoState.Inspecting)) {
            state(new PhotoState.Waiting());
        }
    }

    /** Lets it wait no longer; a verdict stays. */
    void putAside() {
        if (again == Again.WAITING) {
            again = Again.PUT_ASIDE;
        } else if (state() instanceof PhotoState.Waiting) {
            state(new PhotoState.Unfinished());
        }
    }

    /** Whether its turn will come. */
    boolean isWaiting() {
        return again == Again.WAITING || state() instanceof PhotoState.Waiting;
    }

    /** Whether its verdict is that of a model which is not to be asked any more. */
    boolean isOutdated() {
        return again != Again.NO;
    }

    /** Whether {@code retry} would inspect it. */
    boolean isOpen() {
        return again == Again.PUT_ASIDE
                || state() instanceof PhotoState.Unfinished
                || state() instanceof PhotoState.Failed;
    }
}
