package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Labels;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How tiles are varied: not, as usual, or by numbers of one's own. */
final class AugmentationSection extends VBox {
    AugmentationSection(AugmentationForm form, Messages messages) {
        getStyleClass().add("form-section");
        Label help = Labels.wrapped(messages.get("ui.train.augment.help"), "field-help");
        getChildren()
                .addAll(
                        Choices.buttons(
                                "augment-kind",
                                List.of(AugmentationForm.Kind.values()),
                                form.kindProperty(),
                                kind -> messages.get(
                                        "ui.train.augment." + kind.name().toLowerCase(Locale.ROOT))),
                        help);
        BooleanBinding isOwn = Bindings.equal(form.kindProperty(), AugmentationForm.Kind.OWN);
        CheckBox flips = new CheckBox();
        flips.setId("field-flips");
        flips.selectedProperty().bindBidirectional(form.flipsProperty());
        VBox own = new VBox(new FieldRow(
                messages.get("ui.train.augment.flips"), messages.get("ui.train.augment.flips.help"), flips));
        own.getStyleClass().add("form-section-inner");
        form.parts()
                .forEach((name, field) -> own.getChildren()
                        .add(new FieldRow(
                                "field-" + name,
                                messages.get("ui.train.augment." + name),
                                messages.get("ui.train.augment." + name + ".help"),
                                field)));
        own.visibleProperty().bind(isOwn);
        own.managedProperty().bind(isOwn);
        getChildren().add(own);
    }
}
