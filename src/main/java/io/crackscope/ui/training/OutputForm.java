package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf;
import io.crackscope.training.TrainingOrder;
import io.crackscope.ui.common.FailureWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the model is called and where it goes. Nothing that exists is written over. */
final class OutputForm {
    private final ModelShelf shelf;
    private final Predicate<String> isTaken;
    private final Messages messages;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty attribution = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Path> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private String stem = "";
    private String proposed = "";

    /** @param isTaken whether a run is called so */
    OutputForm(ModelShelf shelf, Predicate<String> isTaken, Messages messages) {
        this.shelf = shelf;
        this.isTaken = isTaken;
        this.messages = messages;
        name.addListener((observable, before, now) -> refresh());
        chosen.addListener((observable, before, now) -> refresh());
    }

    /** The name on the card. */
    StringProperty nameProperty() {
        return name;
    }

    /** Licence and attribution of the data, one line each. */
    StringProperty attributionProperty() {
        return attribution;
    }

    /** The file that a person chose; null for one in the model library. */
    ObjectProperty<@Nullable Path> chosenProperty() {
        return chosen;
    }

    /** Where the model goes; null while that cannot be. */
    ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Proposes a name that nothing has yet. */
    void propose(String preset) {
        chosen.set(null);
        stem = preset + " " + LocalDate.now();
        proposed = free();
        name.set(proposed);
        refresh();
    }

    /**
     * More names are known: proposes another where the one that was proposed stands there still.
     *
     * @param isInUse whether a run is under way, whose name stays in sight
     */
    void renew(boolean isInUse) {
        if (!isInUse && name.get().equals(proposed)) {
            proposed = free();
            name.set(proposed);
        }
    }

    /** The day for the first of a day, a number too for the next. */
    private String free() {
        String free = stem;
        for (int number = 2; isTaken.test(free); number++) {
            free = stem + " #" + number;
        }
        return free;
    }

    private void refresh() {
        file.set(null);
        Path wanted = chosen.get();
        if (name.get().isBlank()) {
            problem.set(messages.get("ui.train.output.no_name"));
        } else if (wanted != null && Files.exists(wanted)) {
            problem.set(messages.get("ui.train.output.exists", wanted.getFileName()));
        } else if (wanted != null && Files.exists(Path.of(wanted + ".checkpoint"))) {
            problem.set(messages.get("ui.train.output.unfinished", wanted.getFileName()));
        } else if (wanted != null && (wanted.getParent() == null || !Files.isWritable(wanted.getParent()))) {
            problem.set(messages.get("ui.train.output.no_folder"));
        } else {
            try {
                file.set(wanted == null ? shelf.freeFile(name.get()) : wanted);
                problem.set("");
            } catch (IOException e) {
                problem.set(messages.get("ui.train.output.no_library", FailureWords.of(e, messages)));
            }
        }
    }

    /** What the person says about the model. */
    TrainingOrder.Words words() {
        List<String> lines =
                attribution.get().lines().filter(line -> !line.isBlank()).toList();
        return new TrainingOrder.Words(name.get().strip(), List.of(), lines);
    }
}
