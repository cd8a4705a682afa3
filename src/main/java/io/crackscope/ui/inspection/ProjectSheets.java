package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import javafx.scene.Node;

/** What is said about the inspection as a whole, on sheets over the window. */
public final class ProjectSheets {
    /** Shows a sheet over the window until it is closed. */
    public interface Shower {
        /** @param close is run when the sheet goes away */
        void show(String id, String title, Node content, Runnable close);

        /** Shows the report of the open inspection. */
        void report();
    }

    private final InspectionViewModel model;
    private final Messages messages;
    private final Shower shower;

    public ProjectSheets(InspectionViewModel model, Messages messages, Shower shower) {
        this.model = model;
        this.messages = messages;
        this.shower = shower;
    }

    /** What the inspection is about; saved when the sheet goes away. */
    public void details() {
        if (model.desk().stateProperty().get() instanceof DeskState.Open open) {
            ProjectDetailsForm form = new ProjectDetailsForm(open.facts(), open.file(), messages);
            shower.show("details-sheet", messages.get("ui.project.details"), form, () -> {
                boolean isStillOpen = model.desk().stateProperty().get() instanceof DeskState.Open now
                        && now.file().equals(open.file());
                if (isStillOpen && !form.facts().equals(open.facts())) {
                    model.desk().change(project -> project.facts(form.facts()));
                }
            });
            form.write();
        }
    }

    /** The report of the inspection. */
    public void report() {
        shower.report();
    }

    /** Who did what when, and whether that is whole. */
    public void history() {
        if (model.desk().isOpen()) {
            HistoryPane pane = new HistoryPane(model.desk(), messages);
            shower.show("history-sheet", messages.get("ui.project.history"), pane, () -> {});
        }
    }
}
