package io.crackscope.ui.dataset;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.DatasetException;
import io.crackscope.dataset.Library;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The library as the tab shows it; one that cannot be read or written is told and goes on until the program ends. */
final class LibraryModel {
    private final Path file;
    private final Consumer<SetNotice> say;
    private final ObservableList<DataSource> sources = FXCollections.observableArrayList();
    /** Kept: a view that only its listeners know is collected, and they hear no more. */
    private final ObservableList<DataSource> view = FXCollections.unmodifiableObservableList(sources);

    private @Nullable Library library;

    LibraryModel(Path file, Consumer<SetNotice> say) {
        this.file = file;
        this.say = say;
    }

    ObservableList<DataSource> sources() {
        return view;
    }

    /** Reads the library, if that was not done yet. */
    void load() {
        if (library == null) {
            tell(() -> {
                library = Library.open(file);
                sources.setAll(library.sources());
            });
        }
    }

    void add(DataSource source) {
        load();
        if (!sources.contains(source)) {
            sources.add(source);
        }
        if (library != null) {
            Library to = library;
            tell(() -> to.add(source));
        }
    }

    void remove(DataSource source) {
        sources.remove(source);
        if (library != null) {
            Library from = library;
            tell(() -> from.remove(source));
        }
    }

    private void tell(Runnable work) {
        try {
            work.run();
        } catch (DatasetException e) {
            say.accept(new SetNotice.Problem(e));
        }
    }
}
