package io.crackscope.ui.inspection;

import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Moves a viewport from where it is to where it should be, quickly, or at once where motion is not wanted. */
final class Flight {
    private static final Duration TIME = Duration.millis(140);

    private final Viewport viewport;
    private @Nullable Transition move;
    private Placement goal = new Placement(1, 0, 0);

    Flight(Viewport viewport) {
        this.viewport = viewport;
    }

    void to(Placement newGoal) {
        stop();
        goal = newGoal;
        if (Platform.getPreferences().isReducedMotion()) {
            viewport.place(newGoal);
            return;
        }
        Placement from = viewport.placement();
        move = new Transition() {
            {
                setCycleDuration(TIME);
                setInterpolator(Interpolator.EASE_BOTH);
            }

            @Override
            protected void interpolate(double share) {
                viewport.place(from.towards(newGoal, share));
            }
        };
        move.setOnFinished(event -> move = null);
        move.play();
    }

    /** Ends a running move where it was going, so that keys pressed quickly add up instead of starting from halfway. */
    void arrive() {
        if (move != null) {
            stop();
            viewport.place(goal);
        }
    }

    /** Ends a running move where it is. */
    void stop() {
        if (move != null) {
            move.stop();
            move = null;
        }
    }
}
