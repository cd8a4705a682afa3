package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenEventsTest {
    private final List<OpenedFiles> opened = new ArrayList<>();

    @Test
    void files_to_open_are_passed_on_and_a_model_among_them_is_told_apart() {
        new OpenEvents(new Application.EventHandler(), opened::add)
                .handleOpenFilesAction(null, 1, new String[] {"/site/Brücke 12.jpg", "/m.crackscope", "/a.inspection"});

        assertThat(opened)
                .containsExactly(new OpenedFiles(
                        List.of(Path.of("/site/Brücke 12.jpg"), Path.of("/a.inspection")),
                        Optional.of(Path.of("/m.crackscope"))));
    }

    @Test
    void a_later_window_takes_the_place_of_an_earlier_one_and_lets_it_go() {
        List<OpenedFiles> earlier = new ArrayList<>();
        OpenEvents first = new OpenEvents(new Application.EventHandler(), earlier::add);
        OpenEvents second = new OpenEvents(first, opened::add);
        WeakReference<OpenEvents> closed = new WeakReference<>(first);
        first = null;

        second.handleOpenFilesAction(null, 1, new String[] {"/site/a.jpg"});
        assertThat(opened).hasSize(1);
        assertThat(earlier).isEmpty();
        assertThat(goneSoon(closed)).isTrue();
        assertThat(second).isNotNull();
    }

    private static boolean goneSoon(WeakReference<?> reference) {
        for (int i = 0; i < 50 && !reference.refersTo(null); i++) {
            System.gc();
        }
        return reference.refersTo(null);
    }

    /** A method that a later JavaFX adds and nobody passes on fails here. */
    @ParameterizedTest
    @MethodSource("others")
    void every_other_event_still_reaches_javafx(Method event) throws Exception {
        List<String> reached = new ArrayList<>();
        Application.EventHandler javaFx = new Application.EventHandler() {
            @Override
            public void handleQuitAction(Application system, long time) {
                reached.add("handleQuitAction");
            }

            @Override
            public void handlePreferencesChanged(Map<String, Object> preferences) {
                reached.add("handlePreferencesChanged");
            }
        };
        OpenEvents events = new OpenEvents(javaFx, opened::add);

        assertThat(OpenEvents.class.getDeclaredMethod(event.getName(), event.getParameterTypes()))
                .isNotNull();
        event.invoke(
                events,
                event.getParameterCount() == 1 ? new Object[] {Map.of()} : new Object[] {null, System.nanoTime()});

        assertThat(opened).isEmpty();
        boolean isRecorded =
                List.of("handleQuitAction", "handlePreferencesChanged").contains(event.getName());
        assertThat(reached).isEqualTo(isRecorded ? List.of(event.getName()) : List.of());
    }

    private static Stream<Method> others() {
        return Arrays.stream(Application.EventHandler.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.getName().equals("handleOpenFilesAction"));
    }
}
