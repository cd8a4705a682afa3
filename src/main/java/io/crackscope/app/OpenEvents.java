package io.crackscope.app;

import com.sun.glass.ui.Application;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Listens to the system's request to open files, which is how macOS tells a program of a double click, at its start and
 * later; other systems start the program with arguments. JavaFX takes the request and has no public way to pass it on, and
 * AWT does not get it beside JavaFX. Everything else goes to the handler that JavaFX has put there. JavaFX thread only.
 */
final class OpenEvents extends Application.EventHandler {
    private final Application.EventHandler others;
    private final Consumer<OpenedFiles> opened;

    /** Takes the place of {@code others}, also where that is the one of an earlier window, which is let go. */
    OpenEvents(Application.EventHandler others, Consumer<OpenedFiles> opened) {
        this.others = others instanceof OpenEvents earlier ? earlier.others : others;
        this.opened = opened;
    }

    /** Passes on what is to be opened from now on, and at once what the program was started for. */
    static void follow(Consumer<OpenedFiles> opened) {
        Application system = Application.GetApplication();
        system.setEventHandler(new OpenEvents(system.getEventHandler(), opened));
    }

    @Override
    public void handleOpenFilesAction(Application system, long time, String[] files) {
        opened.accept(OpenedFiles.of(List.of(files)));
    }

    @Override
    public void handleWillFinishLaunchingAction(Application system, long time) {
        others.handleWillFinishLaunchingAction(system, time);
    }

    @Override
    public void handleDidFinishLaunchingAction(Application system, long time) {
        others.handleDidFinishLaunchingAction(system, time);
    }

    @Override
    public void handleWillBecomeActiveAction(Application system, long time) {
        others.handleWillBecomeActiveAction(system, time);
    }

    @Override
    public void handleDidBecomeActiveAction(Application system, long time) {
        others.handleDidBecomeActiveAction(system, time);
    }

    @Override
    public void handleWillResignActiveAction(Application system, long time) {
        others.handleWillResignActiveAction(system, time);
    }

    @Override
    public void handleDidResignActiveAction(Application system, long time) {
        others.handleDidResignActiveAction(system, time);
    }

    @Override
    public void handleDidReceiveMemoryWarning(Application system, long time) {
        others.handleDidReceiveMemoryWarning(system, time);
    }

    @Override
    public void handleWillHideAction(Application system, long time) {
        others.handleWillHideAction(system, time);
    }

    @Override
    public void handleDidHideAction(Application system, long time) {
        others.handleDidHideAction(system, time);
    }

    @Override
    public void handleWillUnhideAction(Application system, long time) {
        others.handleWillUnhideAction(system, time);
    }

    @Override
    public void handleDidUnhideAction(Application system, long time) {
        others.handleDidUnhideAction(system, time);
    }

    @Override
    public void handleQuitAction(Application system, long time) {
        others.handleQuitAction(system, time);
    }

    @Override
    public void handlePreferencesChanged(Map<String, Object> preferences) {
        others.handlePreferencesChanged(preferences);
    }
}
