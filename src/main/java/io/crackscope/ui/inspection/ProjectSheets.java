package io.crackscope.ui.inspection;

import io.crackscope.project.ProjectFacts;
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

    /** What the inspection is about; each keystroke is kept, and all of it is one step to undo when the sheet goes away. */
    public void details() {
        if (model.desk().stateProperty().get() instanceof DeskState.Open open) {
            ProjectDetailsForm form = new ProjectDetailsForm(open.facts(), open.file(), messages);
            form.onTyped(typed -> {
                if (isOpen(open)) {
                    model.desk().save(project -> project.draftFacts(typed), () -> {});
                }
            });
            shower.show("details-sheet", messages.get("ui.project.details"), form, () -> {
                ProjectFacts typed = form.facts();
                if (isOpen(open) && form.isTouched()) {
                    model.desk().change(project -> project.facts(typed));
                }
            });
            form.write();
        }
    }

    /** Whether {@code before} is still what is open. */
    private boolean isOpen(DeskState.Open before) {
        return model.desk().stateProperty().get() instanceof DeskState.Open now
                && now.file().equals(before.file());
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
