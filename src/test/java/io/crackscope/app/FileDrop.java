package io.crackscope.app;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/**
 * A drop of files as the operating system would deliver it. JavaFX's headless platform cannot start a drag, so the
 * dragboard is made by its hidden constructor over a clipboard that holds the files. JavaFX thread only.
 */
final class FileDrop {
    private final Dragboard dragboard;

    FileDrop(List<Path> files) throws ReflectiveOperationException {
        List<File> content = files.stream().map(Path::toFile).toList();
        TKClipboard clipboard = (TKClipboard) Proxy.newProxyInstance(
                FileDrop.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? content : null;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    case "putContent" -> false;
                    case "getDragViewOffsetX", "getDragViewOffsetY" -> 0.0;
                    default -> null;
                });
        Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
        constructor.setAccessible(true);
        dragboard = constructor.newInstance(clipboard);
    }

    /** The files hover over {@code target}; whether it would take them. */
    boolean hoverOver(Node target) {
        DragEvent event = event(DragEvent.DRAG_OVER, target);
        Event.fireEvent(target, event);
        return event.isAccepted();
    }

    /** The files are let go over {@code target}. */
    void dropOn(Node target) {
        Event.fireEvent(target, event(DragEvent.DRAG_DROPPED, target));
    }

    private DragEvent event(EventType<DragEvent> type, Node target) {
        return new DragEvent(
                target,
                target,
                type,
                dragboard,
                5,
                5,
                5,
                5,
                TransferMode.COPY,
                null,
                target,
                new PickResult(target, 5, 5));
    }
}
