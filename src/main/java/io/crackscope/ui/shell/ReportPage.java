package io.crackscope.ui.shell;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Shortcut;
import io.crackscope.ui.report.ReportDialogs;
import io.crackscope.ui.report.ReportView;
import io.crackscope.ui.report.ReportViewModel;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The report of the open inspection, in the place of a tab. Its view is made when it is first wanted. */
public final class ReportPage {
    private final ReportViewModel model;
    private final ReportDialogs dialogs;
    private final Messages messages;
    private @Nullable ReportView view;
    private boolean isOpen;

    public ReportPage(ReportViewModel model, ReportDialogs dialogs, Messages messages) {
        this.model = model;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    /**
     * The page as the inspection is now.
     *
     * @param close puts the tab back; only the first call's is used
     */
    Node open(Runnable close) {
        ReportView made = view;
        if (made == null) {
            made = new ReportView(model, dialogs, close, messages);
            view = made;
        }
        isOpen = true;
        model.refresh();
        return made;
    }

    /** Something else is in its place now. */
    void left() {
        isOpen = false;
    }

    boolean isOpen() {
        return isOpen;
    }

    List<Shortcut> shortcuts() {
        return view == null ? List.of() : view.shortcuts();
    }
}
