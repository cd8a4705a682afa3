package io.crackscope.ui.training;

import io.crackscope.learning.ModelExporter;
import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf;
import io.crackscope.training.ModelShelf.Entry;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.work.AtomicFile;
import io.crackscope.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models at hand: which one inspects, and copies of them for others. For the executor that the runner delivers on. */
final class ModelsViewModel {
    private final JobRunner runner;
    private final ModelShelf shelf;
    private final ModelUse use;
    private final ModelExporter exporter;
    private final Messages messages;
    private final ObservableList<Entry> models = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");

    ModelsViewModel(JobRunner runner, ModelShelf shelf, ModelUse use, ModelExporter exporter, Messages messages) {
        this.runner = runner;
        this.shelf = shelf;
        this.use = use;
        this.exporter = exporter;
        this.messages = messages;
    }

    ObservableList<Entry> models() {
        return models;
    }

    /** The file of the model that inspects. */
    ReadOnlyObjectProperty<Path> inUseProperty() {
        return use.modelProperty();
    }

    /** What was done or went wrong last, in words. */
    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** Reads the models again. */
    void load() {
        start(shelf::all, found -> {
            if (!models.equals(found)) {
                models.setAll(found);
            }
        });
    }

    /** Lets a model inspect. */
    void use(Path file) {
        use.use(file);
        news.set(messages.get("ui.train.models.used", nameOf(file)));
    }

    /** Writes a copy: as ONNX if the target's name says so, else as a model file. */
    void export(Path file, Path target) {
        start(
                () -> {
                    if (target.toString().endsWith(".onnx")) {
                        exporter.export(file, target);
                    } else {
                        AtomicFile.write(target, Files.readAllBytes(file));
                    }
                    return target;
                },
                written -> news.set(messages.get("ui.train.models.exported", written)));
    }

    /** Takes copies of model files from elsewhere. */
    void take(List<Path> files) {
        start(
                () -> {
                    Path last = files.getFirst();
                    for (Path file : files) {
                        last = shelf.take(file);
                    }
                    return last;
                },
                taken -> {
                    news.set(messages.get("ui.train.models.taken", taken.getFileName()));
                    load();
                });
    }

    /** Says no more what happened. */
    void forgetNews() {
        news.set("");
    }

    /** The name on a model's card; its file name while the card is not known. */
    String nameOf(Path file) {
        return models.stream()
                .filter(entry -> entry.file().equals(file))
                .map(entry -> entry.description().card().name())
                .findFirst()
                .orElse(String.valueOf(file.getFileName()));
    }

    private <R> void start(Callable<R> work, Consumer<R> then) {
        runner.start(JobRunner.Lane.IO, (publish, cancellation) -> work.call(), new JobRunner.Listener<Void, R>() {
            @Override
            public void done(R result) {
                then.accept(result);
            }

            @Override
            public void failed(Throwable failure) {
                news.set(FailureWords.told(failure, messages));
            }
        });
    }
}
